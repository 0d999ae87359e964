package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Locale;
import javafx.animation.Animation.Status;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.hrscope.domain.Problem;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class NoticesTest {
    private static Notices over(double width, String text) {
        return FxToolkit.on(() -> {
            Texts texts = new Texts();
            Notices notices = new Notices(texts, new Controls(texts));
            StackPane stage = new StackPane(notices);
            new Scene(stage, width, 430);
            notices.news(new SimpleStringProperty(text));
            for (int i = 0; i < 3; i++) {
                stage.applyCss();
                stage.layout();
            }
            return notices;
        });
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @Test
    void onlyTheProblemThatIsToldCanBePast() {
        FxToolkit.run(() -> {
            Texts texts = new Texts();
            Notices notices = new Notices(texts, new Controls(texts));
            Problem first = new Problem("file.missing", "a");
            Problem second = new Problem("file.missing", "b");
            notices.problem(first);
            notices.problem(second);
            notices.past(first);
            assertThat(notices.isVisible()).as("another one").isTrue();
            notices.past(second);
            assertThat(notices.isVisible()).isFalse();
            notices.problem(first);
            notices.news(new SimpleStringProperty("saved"));
            notices.past(first);
            assertThat(notices.isVisible()).as("news in its place").isTrue();
        });
    }

    private static void hover(Notices notices, boolean now) throws Exception {
        Method hover = Node.class.getDeclaredMethod("setHover", boolean.class);
        hover.setAccessible(true);
        hover.invoke(notices, now);
    }

    /// Somebody may be reading it, whether the pointer came before the news or after.
    @Test
    void newsStaysUnderThePointer() {
        PauseTransition going = new PauseTransition();
        FxToolkit.on(() -> {
            Texts texts = new Texts();
            Notices notices = new Notices(texts, new Controls(texts), going);
            notices.news(new SimpleStringProperty("saved"));
            assertThat(going.getStatus()).isEqualTo(Status.RUNNING);
            hover(notices, true);
            assertThat(going.getStatus()).isEqualTo(Status.PAUSED);
            notices.news(new SimpleStringProperty("saved again"));
            assertThat(going.getStatus()).as("the pointer was there").isEqualTo(Status.PAUSED);
            hover(notices, false);
            assertThat(going.getStatus()).isEqualTo(Status.RUNNING);
            notices.problem(new Problem("file.missing", "a"));
            hover(notices, true);
            hover(notices, false);
            assertThat(going.getStatus()).as("a problem stays").isEqualTo(Status.STOPPED);
            return null;
        });
    }

    @Test
    void aLongerOneStaysLonger() {
        PauseTransition going = new PauseTransition();
        FxToolkit.run(() -> {
            Texts texts = new Texts();
            Notices notices = new Notices(texts, new Controls(texts), going);
            notices.news(new SimpleStringProperty("saved"));
            assertThat(going.getDuration().toSeconds()).isBetween(3.0, 4.0);
            notices.news(new SimpleStringProperty("A sentence of many words. ".repeat(6)));
            assertThat(going.getDuration().toSeconds()).isBetween(8.0, 10.0);
            going.getOnFinished().handle(null);
            assertThat(notices.isVisible()).isFalse();
        });
    }

    /// It may be there when the language changes, and after.
    @Test
    void aProblemIsToldInTheLanguageOfTheWindow() {
        FxToolkit.run(() -> {
            Texts texts = new Texts();
            Notices notices = new Notices(texts, new Controls(texts));
            notices.problem(new Problem("file.missing", "a"));
            Label sentence = (Label) notices.lookup(".label");
            assertThat(sentence.getText()).startsWith("There is no file");
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
            assertThat(sentence.getText()).contains("文件");
            notices.news(new SimpleStringProperty("saved"));
            assertThat(sentence.getText()).isEqualTo("saved");
            notices.news(texts.of("copy.done", 3, 4));
            String chinese = sentence.getText();
            texts.languageProperty().set(Locale.ENGLISH);
            assertThat(sentence.getText()).isNotEqualTo(chinese).contains("3", "4");
        });
    }

    @Test
    void aShortOneEndsWithItsButtons() {
        Notices notices = over(827, "The range ends at frame 1");
        assertThat(notices.getWidth()).isLessThan(400);
        assertThat(right(notices.getChildren().getLast()))
                .isCloseTo(right(notices), org.assertj.core.data.Offset.offset(20.0));
    }

    @Test
    void aLongOneWrapsWithinAnyStage() {
        String text = "A sentence that is longer than a stage is wide. ".repeat(5).trim();
        for (double width : new double[] {827, 431}) {
            Notices notices = over(width, text);
            assertThat(notices.getWidth()).isLessThanOrEqualTo(Math.min(640, width));
            assertThat(((Text) notices.lookup(".text")).getText().length())
                    .as("not elided")
                    .isGreaterThanOrEqualTo(text.length() - 5);
        }
    }
}
