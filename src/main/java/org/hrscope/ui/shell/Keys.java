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

/// Key bindings. Single keys go to a focused text field instead. FX thread.
final class Keys {

    /// @param textKey its description, among the window's texts
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

    /// Text fields need letters; a focused slider or list needs the arrows; a view with the style class `takes-keys`
    /// uses arrows, zoom and fit itself; one inside `takes-typing` uses every key.
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
