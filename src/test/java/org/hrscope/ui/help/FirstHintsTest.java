package org.hrscope.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.help.FirstHints.Hint;
import org.hrscope.ui.help.FirstHints.Spot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class FirstHintsTest {
    private final List<String> asked = new ArrayList<>();

    private FirstHints hints(boolean seen) {
        Shell shell = new Shell(new Texts(), new Theme(), new Jobs(Runnable::run, Runnable::run));
        return new FirstHints(shell, List.of(hint("map"), hint("lessons")), List::of, seen);
    }

    /// Points at something that is in no window.
    private Hint hint(String key) {
        return new Hint(key, () -> nothing(key), List::of);
    }

    private @Nullable Node nothing(String key) {
        asked.add(key);
        return null;
    }

    private static String count() {
        return Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .map(window -> (Label) window.getScene().getRoot().lookup(".hint .muted"))
                .map(Label::getText)
                .findFirst()
                .orElse("");
    }

    /// A click moves the focus, and to what has it Enter may mean something else.
    @Test
    void enterIsNamedOnlyWhileItGoesOn() {
        Button first = new Button("a");
        Button second = new Button("b");
        Stage window =
                FxToolkit.on(() -> {
                    Stage made = new Stage();
                    made.setScene(new Scene(new VBox(first, second), 600, 400));
                    made.show();
                    first.requestFocus();
                    Shell shell =
                            new Shell(
                                    new Texts(),
                                    new Theme(),
                                    new Jobs(Runnable::run, Runnable::run));
                    Spot spot = new Spot(0.5, 1, PopOver.ArrowLocation.TOP_CENTER);
                    Hint hint = new Hint("map", () -> first, () -> List.of(spot));
                    new FirstHints(shell, List.of(hint), List::of, false).first();
                    return made;
                });
        FxToolkit.rendered();
        FxToolkit.run(() -> {
            assertThat(count()).isEqualTo("1 of 1 · Enter");
            second.requestFocus();
            assertThat(count()).isEqualTo("1 of 1");
            press(window);
            assertThat(count()).as("still there").isEqualTo("1 of 1");
            first.requestFocus();
            assertThat(count()).isEqualTo("1 of 1 · Enter");
            press(window);
        });
        FxToolkit.rendered();
        FxToolkit.run(window::hide);
    }

    private static void press(Stage window) {
        Node focused = window.getScene().getFocusOwner();
        focused.fireEvent(
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    @Test
    void theyComeOnceByThemselvesAndAgainWhenAskedFor() {
        FxToolkit.run(() -> {
            hints(true).first();
            assertThat(asked).isEmpty();
            FirstHints fresh = hints(false);
            assertThat(fresh.seen()).isFalse();
            fresh.first();
            assertThat(asked).as("what is not there is skipped").containsExactly("map", "lessons");
            assertThat(fresh.seen()).isTrue();
            fresh.first();
            assertThat(asked).hasSize(2);
            fresh.show();
            assertThat(asked).hasSize(4);
            assertThat(fresh.close()).as("nothing is open").isFalse();
        });
    }
}
