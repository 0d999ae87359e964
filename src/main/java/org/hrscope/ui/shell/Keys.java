package org.hrscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Key bindings. Single keys go to a focused text field instead. FX thread.
final class Keys {

    /// @param textKey its description, among the window's texts
    /// @param when    otherwise the key is left to the next binding
    /// @param first   whether it goes before what has the focus
    record Binding(
            KeyCombination keys,
            String textKey,
            Runnable action,
            BooleanSupplier when,
            boolean first) {
        /// As a person reads it.
        String text() {
            String text = keys.getDisplayText();
            return CAPS.getOrDefault(text, text);
        }
    }

    /// What stands on the key. The question mark is Shift and slash on many keyboards.
    private static final Map<String, String> CAPS =
            Map.of(
                    "/", "?",
                    "Escape", "Esc",
                    "Delete", "Del",
                    "Back Space", "⌫",
                    "Page Up", "PgUp",
                    "Page Down", "PgDn");

    private static final Set<KeyCode> OWN = Set.of(KeyCode.EQUALS, KeyCode.MINUS, KeyCode.F);

    private final List<Binding> bindings = new ArrayList<>();

    void on(KeyCode key, String textKey, Runnable action, KeyCombination.Modifier... modifiers) {
        bindings.add(
                new Binding(
                        new KeyCodeCombination(key, modifiers),
                        textKey,
                        action,
                        () -> true,
                        false));
    }

    /// A single key that does this only in some state of the window.
    void onlyWhen(BooleanSupplier when, KeyCode key, String textKey, Runnable action) {
        bindings.add(new Binding(new KeyCodeCombination(key), textKey, action, when, false));
    }

    /// A single key that does this in some state of the window, whatever has the focus.
    void firstWhen(BooleanSupplier when, KeyCode key, String textKey, Runnable action) {
        bindings.add(new Binding(new KeyCodeCombination(key), textKey, action, when, true));
    }

    List<Binding> bindings() {
        return List.copyOf(bindings);
    }

    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean taken = event.getTarget() instanceof Node node && takesKeys(node, event);
        for (Binding binding : bindings) {
            if (taken && !binding.first) continue;
            if (binding.keys.match(event) && binding.when.getAsBoolean()) {
                binding.action.run();
                event.consume();
                return;
            }
        }
    }

    /// Text fields need letters; a focused slider or list needs the arrows; a button or list that the keyboard has
    /// reached needs the space bar, a button Down if it opens a menu; a view with the style class `takes-keys` uses
    /// arrows, zoom and fit itself, with `takes-arrows` the arrows only, with `takes-space` the space bar; one inside
    /// `takes-typing` uses every key.
    private static boolean takesKeys(Node target, KeyEvent event) {
        boolean arrows = event.getCode().isNavigationKey();
        if (target.getStyleClass().contains("takes-keys")) {
            return arrows || (OWN.contains(event.getCode()) && !event.isShortcutDown());
        }
        if (event.getCode() == KeyCode.SPACE && target.getStyleClass().contains("takes-space")) {
            return true;
        }
        // After a click the focus is not seen, and the space bar still plays and pauses.
        if (event.getCode() == KeyCode.SPACE && target.isFocusVisible()) {
            return target instanceof ButtonBase || isChoice(target);
        }
        if (arrows && target.getStyleClass().contains("takes-arrows")) return true;
        boolean menu = target instanceof MenuButton && target.isFocusVisible();
        if (menu && event.getCode() == KeyCode.DOWN) return true;
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof TextInputControl) return true;
            // It has the focus itself, not its field.
            if (node instanceof Spinner<?> spinner && spinner.isEditable()) return true;
            if (node.getStyleClass().contains("takes-typing")) return true;
            boolean wantsArrows = node instanceof javafx.scene.control.Slider || isChoice(node);
            if (arrows && wantsArrows) return true;
        }
        return false;
    }

    private static boolean isChoice(Node node) {
        return node instanceof ComboBoxBase || node instanceof ChoiceBox;
    }
}
