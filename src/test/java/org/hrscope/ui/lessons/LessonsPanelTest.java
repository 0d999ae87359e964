package org.hrscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The panel on JavaFX's headless platform: everything by the keys that a person has.
@ExtendWith(FxToolkit.class)
class LessonsPanelTest {
    private static final int WIDTH = 380;

    private final RecordedWindow window = new RecordedWindow();
    private final Texts texts = new Texts();
    private final LessonsViewModel model =
            new LessonsViewModel(window, texts, new LessonProgress(List.of("widths"), Map.of()));

    private LessonsPanel panel(Subjects on) {
        Theme theme = new Theme();
        LessonsPanel panel = new LessonsPanel(model, new Controls(texts), texts, theme);
        theme.style(panel);
        new Scene(panel, WIDTH, 480);
        model.subject(on.subject());
        layOut(panel);
        return panel;
    }

    private static void layOut(LessonsPanel panel) {
        panel.applyCss();
        panel.layout();
    }

    private static List<Button> seen(Node within, String style) {
        return within.lookupAll(".button").stream()
                .filter(node -> style.isEmpty() || node.getStyleClass().contains(style))
                .filter(LessonsPanelTest::visible)
                .map(Button.class::cast)
                .toList();
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return true;
    }

    private static void enter(Node target) {
        target.fireEvent(pressed(KeyCode.ENTER));
    }

    private static List<Button> marked(List<Button> options, String mark) {
        PseudoClass state = PseudoClass.getPseudoClass(mark);
        return options.stream()
                .filter(each -> each.getPseudoClassStates().contains(state))
                .toList();
    }

    private static KeyEvent pressed(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private static Set<String> labels(LessonsPanel panel) {
        return panel.lookupAll(".label").stream()
                .filter(LessonsPanelTest::visible)
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.toSet());
    }

    @Test
    void theListNamesTenLessonsAndWhatIsFinished() {
        FxToolkit.run(() -> {
            LessonsPanel panel = panel(Subjects.BUNDLED);
            assertThat(seen(panel, "")).hasSize(10);
            assertThat(labels(panel))
                    .contains("Pre-training", "1 of 10 finished", "Finished", "6 steps");
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
            layOut(panel);
            assertThat(labels(panel)).contains("预训练", "已完成 1 / 10", "共 6 步");
        });
    }

    @Test
    void aLessonIsGoneThroughByTheEnterKey() {
        FxToolkit.run(() -> {
            LessonsPanel panel = panel(Subjects.BUNDLED);
            enter(seen(panel, "").get(2));
            layOut(panel);
            assertThat(labels(panel)).contains("Lesson 3 of 10", "The stem", "What goes in");
            for (int i = 0; i < 4; i++) {
                assertThat(panel.getScene().getFocusOwner())
                        .isSameAs(seen(panel, "primary").getLast());
                enter(seen(panel, "primary").getLast());
                layOut(panel);
            }
            assertThat(window.shown).hasSize(5);
            assertThat(labels(panel)).contains("Predict the shape");
            TextField typed = (TextField) panel.lookup(".text-field");
            assertThat(visible(typed)).isTrue();
            assertThat(panel.getScene().getFocusOwner()).isSameAs(typed);
            Button finish = seen(panel, "primary").getLast();
            assertThat(finish.isDisabled()).isTrue();
            typed.setText("3 384 288");
            typed.fireEvent(new javafx.event.ActionEvent());
            layOut(panel);
            assertThat(labels(panel)).contains("Not yet").doesNotContain("Right");
            typed.setText("64 96 72");
            typed.fireEvent(new javafx.event.ActionEvent());
            layOut(panel);
            assertThat(labels(panel)).contains("Right").doesNotContain("Not yet");
            assertThat(finish.isDisabled()).isFalse();
            enter(finish);
            layOut(panel);
            assertThat(labels(panel)).contains("2 of 10 finished");
            assertThat(panel.getScene().getFocusOwner()).isSameAs(seen(panel, "").get(2));
            assertThat(window.left).isEqualTo(1);
        });
    }

    @Test
    void aWrongChoiceGetsAHintAndTheRightOneAReason() {
        FxToolkit.run(() -> {
            LessonsPanel panel = atTheFirstQuestion();
            List<Button> options = seen(panel, "question-option");
            assertThat(options).hasSize(3);
            assertThat(options.get(1).getHeight())
                    .as("long words are broken, not cut")
                    .isGreaterThan(1.5 * options.get(1).getFont().getSize() + 18);
            enter(options.get(2));
            layOut(panel);
            assertThat(labels(panel)).contains("Not yet");
            assertThat(marked(options, "tried")).containsExactly(options.get(2));
            enter(options.get(1));
            layOut(panel);
            assertThat(labels(panel)).contains("Right");
            assertThat(marked(options, "tried")).isEmpty();
            assertThat(marked(options, "done")).containsExactly(options.get(1));
        });
    }

    /// The window leaves the arrows to what `takes-arrows`.
    @Test
    void arrowsGoFromAnswerToAnswer() {
        FxToolkit.run(() -> {
            LessonsPanel panel = atTheFirstQuestion();
            List<Button> options = seen(panel, "question-option");
            assertThat(options).allMatch(option -> option.getStyleClass().contains("takes-arrows"));
            options.getFirst().requestFocus();
            options.getFirst().fireEvent(pressed(KeyCode.DOWN));
            assertThat(panel.getScene().getFocusOwner()).isSameAs(options.get(1));
        });
    }

    /// An answer may bring something to look at, which comes after the words.
    @Test
    void whatAnAnswerBringsIsSeenWithoutScrolling() {
        FxToolkit.run(() -> {
            LessonsPanel panel = atTheFirstQuestion();
            Region brought = answered(panel);
            Node foot = panel.lookup(".lesson-foot");
            assertThat(bottom(brought)).isLessThanOrEqualTo(top(foot) + 1);
            assertThat(top(panel.lookup(".question-reply")))
                    .as("the words stay")
                    .isGreaterThanOrEqualTo(bottom(panel.lookup(".lesson-head")));
        });
    }

    /// With its reply, a question that fits is read as a whole; else what was chosen from stays.
    @Test
    void aReplyDoesNotScrollItsQuestionAway() {
        FxToolkit.run(() -> {
            LessonsPanel panel = atTheFirstQuestion();
            Node words = panel.lookup(".lesson-content > .markdown");
            Node head = panel.lookup(".lesson-head");
            enter(seen(panel, "question-option").getFirst());
            assertThat(bottom(panel.lookup(".question-reply")))
                    .isLessThanOrEqualTo(top(panel.lookup(".lesson-foot")) + 1);
            for (double high : new double[] {60, 400}) {
                Region brought = new Region();
                brought.setMinHeight(high);
                panel.exhibits().getChildren().setAll(brought);
                layOut(panel);
                assertThat(top(panel.lookup(".question-option")))
                        .as("choices above what is %s high", high)
                        .isGreaterThanOrEqualTo(bottom(head));
            }
            Scene taller = panel.getScene();
            taller.setRoot(new javafx.scene.Group());
            new Scene(panel, WIDTH, 640);
            model.goTo(model.lessons().getFirst().questionStep());
            panel.exhibits().getChildren().clear();
            layOut(panel);
            enter(seen(panel, "question-option").getFirst());
            Region brought = new Region();
            brought.setMinHeight(400);
            panel.exhibits().getChildren().setAll(brought);
            layOut(panel);
            assertThat(top(words)).isGreaterThanOrEqualTo(bottom(head));
        });
    }

    /// Whatever is scrolled, it stays clear what was asked.
    @Test
    void theHeadingOfAQuestionStays() {
        FxToolkit.run(() -> {
            LessonsPanel panel = atTheFirstQuestion();
            double before = top(panel.lookup(".lesson-heading"));
            answered(panel).setMinHeight(400);
            layOut(panel);
            assertThat(((ScrollPane) panel.lookup(".tall-pane")).getVvalue()).isPositive();
            assertThat(top(panel.lookup(".lesson-heading"))).isEqualTo(before);
        });
    }

    /// What is tried first takes a while: whoever does not wait knows what they leave out.
    @Test
    void whileAPredictionIsTriedItIsSaidWhatComesAndTheButtonSkipsIt() {
        FxToolkit.run(() -> {
            LessonsPanel panel = panel(Subjects.BUNDLED);
            model.open(model.lessons().get(6));
            model.goTo(5);
            layOut(panel);
            assertThat(visible(panel.lookup(".lesson-trying"))).isTrue();
            assertThat(labels(panel)).anyMatch(text -> text.startsWith("Cutting one path after"));
            Button onward = seen(panel, "primary").getLast();
            assertThat(onward.getText()).isEqualTo("Skip");
            window.answer.accept(
                    new Prediction(
                            Prediction.Kind.MOVES,
                            List.of(5, 10),
                            1,
                            "stage3.0.fuse_layers.0.2",
                            List.of(1.0, 2.0)));
            layOut(panel);
            assertThat(visible(panel.lookup(".lesson-trying"))).isFalse();
            assertThat(onward.getText()).isEqualTo("Next");
        });
    }

    /// Figures that go on changing do not pull back whoever reads the question again.
    @Test
    void whoeverReadsBackIsLeftThere() {
        FxToolkit.run(() -> {
            LessonsPanel panel = atTheFirstQuestion();
            Region brought = answered(panel);
            ScrollPane pane = (ScrollPane) panel.lookup(".tall-pane");
            assertThat(pane.getVvalue()).isPositive();
            pane.getContent().fireEvent(pressed(KeyCode.PAGE_UP));
            pane.setVvalue(0);
            brought.setMinHeight(90);
            layOut(panel);
            assertThat(pane.getVvalue()).isZero();
        });
    }

    private LessonsPanel atTheFirstQuestion() {
        LessonsPanel panel = panel(Subjects.W32);
        model.open(model.lessons().getFirst());
        model.goTo(model.lessons().getFirst().questionStep());
        layOut(panel);
        return panel;
    }

    /// @return what the right answer brings
    private static Region answered(LessonsPanel panel) {
        enter(seen(panel, "question-option").get(1));
        Region brought = new Region();
        brought.setMinHeight(60);
        panel.exhibits().getChildren().add(brought);
        layOut(panel);
        return brought;
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    /// Words that would need a second line in a narrower place must not make room for it.
    @Test
    void shortAnswersStandInPairsCloseTogether() {
        FxToolkit.run(() -> {
            LessonsPanel panel = panel(Subjects.BUNDLED);
            model.open(model.lessons().get(6));
            model.goTo(5);
            List<Integer> joints = List.of(5, 10, 11);
            window.answer.accept(
                    new Prediction(
                            Prediction.Kind.MOVES,
                            joints,
                            1,
                            "stage3.0.fuse_layers.0.2",
                            List.of(1.0, 2.0, 0.0)));
            layOut(panel);
            List<Bounds> options =
                    seen(panel, "question-option").stream()
                            .map(option -> option.localToScene(option.getLayoutBounds()))
                            .toList();
            assertThat(options).hasSize(joints.size());
            assertThat(options.get(1).getMinY()).isEqualTo(options.get(0).getMinY());
            assertThat(options.get(2).getMinX()).isEqualTo(options.get(0).getMinX());
            assertThat(options.get(2).getWidth()).isEqualTo(options.get(0).getWidth());
            assertThat(options.get(2).getMinY() - options.get(0).getMaxY()).isBetween(1.0, 12.0);
        });
    }

    @Test
    void whatANetworkCannotShowIsSaidWithAWayOut() {
        FxToolkit.run(() -> {
            LessonsPanel panel = panel(Subjects.FOREIGN);
            model.open(model.lessons().getFirst());
            layOut(panel);
            assertThat(labels(panel)).contains("Needs another network");
            enter(seen(panel, "primary").getFirst());
            assertThat(window.bundled).isEqualTo(1);
            model.subject(Subjects.BUNDLED.subject());
            layOut(panel);
            assertThat(labels(panel)).contains("One network, two sets of parameters");
        });
    }
}
