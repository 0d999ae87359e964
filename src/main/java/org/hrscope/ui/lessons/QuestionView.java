package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lessons.LessonsViewModel.Verdict;
import org.hrscope.ui.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// A question's answers, options or a field for numbers, and the program's feedback. FX thread.
final class QuestionView extends VBox {
    private static final PseudoClass TRIED = PseudoClass.getPseudoClass("tried");

    private final LessonsViewModel model;
    private final Texts texts;

    /// Characters of an option that leaves room for another beside it.
    private static final int SHORT = 16;

    private static final int COLUMNS = 2;

    private final VBox options = Styled.as(new VBox(), "question-options");
    private final List<Button> buttons = new ArrayList<>();
    private final TextField typed = new TextField();
    private final HBox line = Styled.as(new HBox(typed), "question-options");
    private final Label said = Styled.as(new Label(), "lesson-name");
    private final MarkdownView why = new MarkdownView();

    private final Button showMe;
    private final VBox reply = Styled.as(new VBox(said, why), "question-reply");
    private LessonText.@Nullable Step text;

    QuestionView(LessonsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("question");
        HBox.setHgrow(typed, Priority.ALWAYS);
        Runnable answer = () -> model.answer(typed.getText());
        typed.setOnAction(event -> answer.run());
        Button check = new TextButton(texts, "lesson.check", answer, "primary");
        check.setMinWidth(USE_PREF_SIZE);
        check.disableProperty().bind(typed.textProperty().isEmpty());
        line.getChildren().add(check);
        showMe = new TextButton(texts, "lesson.show-me", model::showAnswer, "question-show");
        reply.getChildren().add(showMe);
        getChildren().addAll(options, line, reply);
        model.lessonProperty().addListener(change -> typed.clear());
        model.verdictProperty().subscribe((_, now) -> reply(now));
    }

    /// The feedback to the answer.
    VBox reply() {
        return reply;
    }

    /// What was answered.
    Node chosen() {
        Verdict given = model.verdictProperty().get();
        return given == null || given.option() < 0 ? line : buttons.get(given.option());
    }

    /// Moves focus to the answer.
    void takeKeys() {
        if (buttons.isEmpty()) typed.requestFocus();
        else buttons.getFirst().requestFocus();
    }

    void show(LessonText.Step shown, List<String> choices) {
        text = shown;
        Lesson lesson = model.lessonProperty().get();
        if (lesson == null) return;
        buttons.clear();
        for (int i = 0; i < choices.size(); i++) buttons.add(option(i, choices.get(i)));
        options.getChildren().setAll(columns(choices));
        Presence.show(options, !choices.isEmpty());
        Presence.show(line, choices.isEmpty());
        boolean shape = lesson.answer().size() == 3;
        // Beside its button the field is too narrow for the words.
        typed.setPromptText(texts.get(shape ? "lesson.type.shape.short" : "lesson.type.number"));
        typed.setAccessibleText(texts.get(shape ? "lesson.type.shape" : "lesson.type.number"));
        reply(model.verdictProperty().get());
    }

    /// Short ones stand in two columns. Not in rows: those ask for the height that words need before they grow.
    private List<? extends Node> columns(List<String> choices) {
        if (choices.stream().anyMatch(words -> halves(words) > SHORT)) return buttons;
        GridPane pairs = Styled.as(new GridPane(), "question-pairs");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            pairs.getColumnConstraints().add(column);
        }
        for (int i = 0; i < buttons.size(); i++) {
            pairs.add(buttons.get(i), i % COLUMNS, i / COLUMNS);
        }
        return List.of(pairs);
    }

    /// Chinese characters are twice as wide as Latin letters.
    private static int halves(String words) {
        return words.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    }

    private Button option(int index, String words) {
        Button option = Styled.as(new Button(words), "question-option", "takes-arrows");
        option.setWrapText(true);
        option.setMaxWidth(Double.MAX_VALUE);
        option.setOnAction(event -> model.choose(index));
        return option;
    }

    private void reply(@Nullable Verdict verdict) {
        Presence.show(reply, verdict != null);
        boolean right = verdict != null && verdict.right();
        boolean settled = verdict != null && verdict.settled();
        line.setDisable(settled);
        options.setDisable(settled);
        for (int i = 0; i < buttons.size(); i++) {
            boolean chosen = verdict != null && i == verdict.option();
            buttons.get(i).pseudoClassStateChanged(LessonView.DONE, chosen && settled);
            buttons.get(i).pseudoClassStateChanged(TRIED, chosen && !settled);
        }
        LessonText.Step shown = text;
        LessonText.Section section = shown == null ? null : settled ? shown.why() : shown.hint();
        if (verdict == null || section == null) return;
        Presence.show(showMe, !settled);
        reply.pseudoClassStateChanged(LessonView.DONE, right);
        said.setGraphic(
                new FontIcon(
                        right
                                ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                                : MaterialDesignL.LIGHTBULB_ON_OUTLINE));
        said.setText(verdict.told() ? texts.get("lesson.told") : section.heading());
        why.show(section.body());
    }
}
