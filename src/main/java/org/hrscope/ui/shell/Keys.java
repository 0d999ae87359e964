package org.hrscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What each key does. Single keys are left to a text field that has the focus. FX thread.
final class Keys {

    /// @param textKey what it does, among the window's texts
    record Binding(KeyCombination keys, String textKey, Runnable action) {}

    private static final Set<KeyCode> OWN = Set.of(KeyCode.EQUALS, KeyCode.MINUS, KeyCode.F);

    private final List<Binding> bindings = new ArrayList<>();

    void on(KeyCode key, String textKey, Runnable action, KeyCombination.Modifier... modifiers) {
        bindings.add(new Binding(new KeyCodeCombination(key, modifiers), textKey, action));
    }

    List<Binding> bindings() {
        return List.copyOf(bindings);
    }

    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof Node node && takesKeys(node, event)) return;
        for (Binding binding : bindings) {
            if (binding.keys.match(event)) {
                binding.action.run();
                event.consume();
                return;
            }
        }
    }

    /// Text fields want letters; a focused slider or list wants the arrows; a view of the style class `takes-keys` has
    /// its own use for arrows, larger, smaller and fit; what lies in one of `takes-typing` uses them all.
    private static boolean takesKeys(Node target, KeyEvent event) {
        boolean arrows = event.getCode().isNavigationKey();
        if (target.getStyleClass().contains("takes-keys")) {
            return arrows || OWN.contains(event.getCode());
        }
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof TextInputControl) return true;
            if (node.getStyleClass().contains("takes-typing")) return true;
            boolean wantsArrows =
                    node instanceof javafx.scene.control.Slider || node instanceof ComboBoxBase;
            if (arrows && wantsArrows) return true;
        }
        return false;
    }
}
