package org.hrscope.ui.lessons;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.PanelHead;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.markdown.TermPopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The list of lessons, replaced by the open one. FX thread.
public final class LessonsPanel extends StackPane {
    private final LessonsViewModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final Label progress = Styled.as(new Label(), "muted");
    private final LessonView view;

    public LessonsPanel(LessonsViewModel model, Controls controls, Texts texts, Theme theme) {
        this.model = model;
        this.texts = texts;
        view = new LessonView(model, controls, texts, new TermPopOver(texts, theme));
        getStyleClass().add("lessons");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox list = new VBox(new PanelHead(texts, "lesson.list", progress), scroll);
        list.visibleProperty().bind(view.visibleProperty().not());
        getChildren().addAll(list, view);
        InvalidationListener changed = change -> fill();
        model.lessons().addListener(changed);
        model.finished().addListener(changed);
        model.lessonProperty()
                .subscribe((before, now) -> {
                    fill();
                    if (now != null || before == null) return;
                    rows.getChildren().get(model.number(before) - 1).requestFocus();
                });
        texts.languageProperty().addListener(changed);
        addEventFilter(KeyEvent.KEY_PRESSED, LessonsPanel::pressed);
        fill();
    }

    /// Space belongs to the transport; Enter presses a button on every platform.
    private static void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || !(event.getTarget() instanceof Button button)) {
            return;
        }
        button.fire();
        event.consume();
    }

    /// Content shown below the text of the open lesson.
    public StackPane exhibits() {
        return view.exhibits();
    }

    private void fill() {
        if (model.lessonProperty().get() != null) return;
        progress.setText(
                texts.get("lesson.progress", model.finished().size(), Course.NAMES.size()));
        rows.getChildren().setAll(model.lessons().stream().map(this::row).toList());
    }

    private Node row(Lesson lesson) {
        boolean done = model.finished().contains(lesson.name());
        Label number = new Label(done ? "" : String.valueOf(model.number(lesson)));
        if (done) number.setGraphic(new FontIcon(MaterialDesignC.CHECK));
        number.getStyleClass().add("lesson-number");
        number.pseudoClassStateChanged(LessonView.DONE, done);
        Label name = Styled.as(new Label(model.title(lesson)), "lesson-name");
        Label state = Styled.as(new Label(state(lesson, done)), "muted");
        VBox words = new VBox(name, state);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = Styled.as(new HBox(number, words), "lesson-row");
        Button row = new Button(null, content);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(
                model.number(lesson) + " " + name.getText() + ", " + state.getText());
        row.setOnAction(event -> model.open(lesson));
        return row;
    }

    private String state(Lesson lesson, boolean done) {
        if (done) return texts.get("lesson.finished");
        if (!lesson.possible()) return texts.get("lesson.needs.short");
        int seen = model.reached(lesson);
        return seen == 0
                ? texts.get("lesson.steps", lesson.steps().size())
                : texts.get("lesson.step", seen, lesson.steps().size());
    }
}
