package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
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

    /// What has the focus keeps the keys it needs; everything else goes to the window.
    @Test
    void slidersAndBoxesKeepTheArrowsAndAReachedButtonTheSpaceBar() {
        FxToolkit.run(() -> {
            List<KeyCode> heard = new ArrayList<>();
            Keys keys = new Keys();
            for (KeyCode code :
                    List.of(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.EQUALS, KeyCode.F, KeyCode.H)) {
                keys.on(code, "keys", () -> heard.add(code));
            }
            Slider slider = new Slider();
            ComboBox<String> box = new ComboBox<>();
            ChoiceBox<String> few = new ChoiceBox<>();
            Region view = new Region();
            view.getStyleClass().add("takes-keys");
            Region arrows = new Region();
            arrows.getStyleClass().add("takes-arrows");
            Region inside = new Region();
            StackPane typing = new StackPane(inside);
            typing.getStyleClass().add("takes-typing");
            Button button = new Button("a");
            keys.attach(new Scene(new VBox(slider, box, few, view, arrows, typing, button)));
            assertThat(after(heard, slider)).containsExactly("SPACE", "EQUALS", "F", "H");
            assertThat(after(heard, box)).containsExactly("SPACE", "EQUALS", "F", "H");
            assertThat(after(heard, few)).containsExactly("SPACE", "EQUALS", "F", "H");
            assertThat(after(heard, view)).containsExactly("SPACE", "H");
            assertThat(after(heard, arrows)).containsExactly("SPACE", "EQUALS", "F", "H");
            assertThat(after(heard, inside)).isEmpty();
            assertThat(after(heard, button))
                    .as("clicked, not reached by the keyboard")
                    .containsExactly("SPACE", "RIGHT", "EQUALS", "F", "H");
        });
    }

    private static List<String> after(List<KeyCode> heard, Node at) {
        heard.clear();
        for (KeyCode code :
                List.of(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.EQUALS, KeyCode.F, KeyCode.H)) {
            press(at, code);
        }
        return heard.stream().map(KeyCode::name).toList();
    }

    /// Reached by the keyboard, Down opens it; after a click the focus is not seen.
    @Test
    void aMenuThatTheKeyboardHasReachedIsOpenedByDown() {
        FxToolkit.run(() -> {
            AtomicInteger pressed = new AtomicInteger();
            Keys keys = new Keys();
            keys.on(KeyCode.DOWN, "joints.next", pressed::incrementAndGet);
            Button before = new Button("a");
            MenuButton menu = new MenuButton("b");
            Stage stage = new Stage();
            stage.setScene(new Scene(new VBox(before, menu)));
            keys.attach(stage.getScene());
            stage.show();
            menu.requestFocus();
            press(menu, KeyCode.DOWN);
            assertThat(pressed).hasValue(1);
            before.requestFocus();
            before.requestFocusTraversal(TraversalDirection.NEXT);
            assertThat(menu.isFocusVisible()).isTrue();
            press(menu, KeyCode.DOWN);
            assertThat(pressed).hasValue(1);
            stage.hide();
        });
    }

    /// F alone shows the whole map; with Ctrl the field that finds nodes opens, wherever one has just clicked.
    @Test
    void aViewWithItsOwnKeysLeavesShortcutsToTheWindow() {
        FxToolkit.run(() -> {
            AtomicInteger found = new AtomicInteger();
            AtomicInteger fitted = new AtomicInteger();
            Keys keys = new Keys();
            keys.on(KeyCode.F, "find", found::incrementAndGet, KeyCombination.SHORTCUT_DOWN);
            keys.on(KeyCode.F, "fit", fitted::incrementAndGet);
            Region map = new Region();
            map.getStyleClass().add("takes-keys");
            keys.attach(new Scene(new VBox(map)));
            boolean mac = System.getProperty("os.name").startsWith("Mac");
            map.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F, false, !mac, false, mac));
            assertThat(found).hasValue(1);
            press(map, KeyCode.F);
            assertThat(fitted).as("is the map's own").hasValue(0);
        });
    }

    /// Escape ends a presentation before it lets go of a joint, and only where there is one.
    @Test
    void theFirstBindingThatAppliesIsTheOnlyOne() {
        FxToolkit.run(() -> {
            List<String> heard = new ArrayList<>();
            AtomicBoolean presenting = new AtomicBoolean(true);
            Keys keys = new Keys();
            keys.firstWhen(presenting::get, KeyCode.ESCAPE, "a", () -> heard.add("presentation"));
            keys.onlyWhen(() -> true, KeyCode.ESCAPE, "b", () -> heard.add("joint"));
            keys.on(KeyCode.ESCAPE, "c", () -> heard.add("never"));
            TextField field = new TextField();
            Button button = new Button("a");
            keys.attach(new Scene(new VBox(field, button)));
            press(field, KeyCode.ESCAPE);
            press(button, KeyCode.ESCAPE);
            presenting.set(false);
            press(button, KeyCode.ESCAPE);
            press(field, KeyCode.ESCAPE);
            assertThat(heard).containsExactly("presentation", "presentation", "joint");
        });
    }

    /// As it stands on the keys, and with what is held down.
    @Test
    void keysAreNamedAsOnTheKeyboard() {
        Keys keys = new Keys();
        keys.on(KeyCode.PAGE_UP, "a", () -> {});
        keys.on(KeyCode.ESCAPE, "a", () -> {});
        keys.on(KeyCode.SLASH, "a", () -> {});
        keys.on(KeyCode.H, "a", () -> {});
        keys.on(KeyCode.Z, "a", () -> {}, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        assertThat(keys.bindings())
                .extracting(Keys.Binding::text)
                .containsExactly("PgUp", "Esc", "?", "H", "Ctrl+Shift+Z");
    }

    private static void press(Node at, KeyCode code) {
        at.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
