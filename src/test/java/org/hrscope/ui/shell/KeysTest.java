package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who gets a key: the window or what has the focus.
@ExtendWith(FxToolkit.class)
@Timeout(60)
class KeysTest {
    @Test
    void whatIsTypedIntoAFieldIsNoShortcut() {
        FxToolkit.run(() -> {
            AtomicInteger pressed = new AtomicInteger();
            Keys keys = new Keys();
            keys.on(KeyCode.DIGIT2, "layers", pressed::incrementAndGet);
            keys.on(KeyCode.LEFT, "layers", pressed::incrementAndGet);
            Spinner<Integer> typed = new Spinner<>(0, 99, 3);
            typed.setEditable(true);
            Spinner<Integer> clicked = new Spinner<>(0, 99, 3);
            Button button = new Button("a");
            TextField field = new TextField();
            keys.attach(new Scene(new VBox(typed, clicked, button, field)));
            for (Node node : new Node[] {typed, field}) {
                press(node, KeyCode.DIGIT2);
                press(node, KeyCode.LEFT);
                assertThat(pressed).as(node.toString()).hasValue(0);
            }
            press(clicked, KeyCode.DIGIT2);
            press(button, KeyCode.DIGIT2);
            assertThat(pressed).hasValue(2);
        });
    }

    @Test
    void aListWhoseRowsAreTickedTakesTheSpaceBar() {
        FxToolkit.run(() -> {
            AtomicInteger pressed = new AtomicInteger();
            Keys keys = new Keys();
            keys.on(KeyCode.SPACE, "transport", pressed::incrementAndGet);
            keys.on(KeyCode.UP, "joints", pressed::incrementAndGet);
            ListView<String> plain = new ListView<>();
            ListView<String> ticked = new ListView<>();
            ticked.getStyleClass().addAll("takes-arrows", "takes-space");
            keys.attach(new Scene(new VBox(plain, ticked)));
            press(ticked, KeyCode.SPACE);
            press(ticked, KeyCode.UP);
            assertThat(pressed).hasValue(0);
            press(plain, KeyCode.SPACE);
            assertThat(pressed).hasValue(1);
        });
    }

    private static void press(Node at, KeyCode code) {
        at.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
