package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lessons.LessonsViewModel.Verdict;
import org.hrscope.ui.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// A question's answers, options or a field for numbers, and the program's feedback. FX thread.
final class QuestionView extends VBox {
    private final LessonsViewModel model;
    private final Texts texts;

    /// Characters of an option that leaves room for another beside it.
    private static final int SHORT = 16;

    private final VBox options = Styled.as(new VBox(), "question-options");
    private final List<Button> buttons = new ArrayList<>();
    private final TextField typed = new TextField();
    private final Button check = Styled.as(new Button(), "primary");
    private final HBox line = Styled.as(new HBox(typed, check), "question-options");
    private final Label said = Styled.as(new Label(), "lesson-name");
    private final MarkdownView why = new MarkdownView();

    private final Button showMe = Styled.as(new Button(), "question-show");
    private final VBox reply = Styled.as(new VBox(said, why, showMe), "question-reply");
    private LessonText.@Nullable Step text;

    QuestionView(LessonsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("question");
        HBox.setHgrow(typed, Priority.ALWAYS);
        typed.setOnAction(event -> model.answer(typed.getText()));
        check.textProperty().bind(texts.of("lesson.check"));
        check.setMinWidth(USE_PREF_SIZE);
        check.setOnAction(event -> model.answer(typed.getText()));
        check.disableProperty().bind(typed.textProperty().isEmpty());
        showMe.textProperty().bind(texts.of("lesson.show-me"));
        showMe.setOnAction(event -> model.showAnswer());
        getChildren().addAll(options, line, reply);
        model.lessonProperty().addListener(change -> typed.clear());
        model.verdictProperty().subscribe((_, now) -> reply(now));
    }

    /// What was said to the answer.
    VBox reply() {
        return reply;
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
        options.getChildren().setAll(rows(choices));
        LessonView.shown(line, choices.isEmpty());
        String kind = lesson.answer().size() == 3 ? "lesson.type.shape" : "lesson.type.number";
        typed.setPromptText(texts.get(kind));
        typed.setAccessibleText(texts.get(kind));
        reply(model.verdictProperty().get());
    }

    /// Short ones stand side by side.
    private List<? extends Node> rows(List<String> choices) {
        if (choices.stream().anyMatch(words -> halves(words) > SHORT)) return buttons;
        List<HBox> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i++) {
            if (i % 2 == 0) rows.add(new HBox());
            HBox.setHgrow(buttons.get(i), Priority.ALWAYS);
            buttons.get(i).setPrefWidth(100);
            rows.getLast().getStyleClass().setAll("question-row");
            rows.getLast().getChildren().add(buttons.get(i));
        }
        return rows;
    }

    /// Chinese characters are twice as wide as Latin letters.
    private static int halves(String words) {
        return words.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    }

    private Button option(int index, String words) {
        Button option = Styled.as(new Button(words), "question-option");
        option.setWrapText(true);
        option.setMaxWidth(Double.MAX_VALUE);
        option.setOnAction(event -> model.choose(index));
        return option;
    }

    private void reply(@Nullable Verdict verdict) {
        LessonView.shown(reply, verdict != null);
        boolean right = verdict != null && verdict.right();
        boolean settled = verdict != null && verdict.settled();
        line.setDisable(settled);
        options.setDisable(settled);
        LessonText.Step shown = text;
        LessonText.Section section = shown == null ? null : settled ? shown.why() : shown.hint();
        if (verdict == null || section == null) return;
        LessonView.shown(showMe, !settled);
        reply.pseudoClassStateChanged(LessonView.DONE, right);
        said.setGraphic(
                new FontIcon(
                        right
                                ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                                : MaterialDesignL.LIGHTBULB_ON_OUTLINE));
        said.setText(verdict.told() ? texts.get("lesson.told") : section.heading());
        why.show(section.body());
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i)
                    .pseudoClassStateChanged(LessonView.DONE, settled && i == verdict.option());
        }
    }
}
