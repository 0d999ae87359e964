package org.hrscope.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icon buttons whose name is both tool tip and screen-reader text; a tool tip also names the key. FX thread.
public final class Controls {
    private final Texts texts;
    private final ObservableMap<String, String> shortcuts = FXCollections.observableHashMap();

    public Controls(Texts texts) {
        this.texts = texts;
    }

    public Button button(Ikon icon, String key, Runnable action) {
        Button button = new Button();
        button.setOnAction(event -> action.run());
        return dressed(button, icon, key);
    }

    public ToggleButton toggle(Ikon icon, String key) {
        return dressed(new ToggleButton(), icon, key);
    }

    private <B extends ButtonBase> B dressed(B button, Ikon icon, String key) {
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        named(button, key);
        return button;
    }

    /// Sets the control's name, as tool tip and for screen readers.
    public void named(Control control, ObservableValue<String> name) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(name);
        control.setTooltip(tip);
        control.accessibleTextProperty().bind(name);
    }

    public void named(Control control, String key) {
        named(control, texts.of(key));
        Tooltip tip = control.getTooltip();
        tip.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        shortcuts.containsKey(key)
                                                ? texts.get(key) + " · " + shortcuts.get(key)
                                                : texts.get(key),
                                shortcuts));
    }

    /// From now on, tool tips name this shortcut of the action with this text.
    public void shortcut(String key, String shortcut) {
        shortcuts.putIfAbsent(key, shortcut);
    }

    /// A choice among several; texts are keyed by `prefix` and the lower-case name.
    public <E extends Enum<E>> ComboBox<E> choice(
            E[] values, String prefix, Property<E> value, String key) {
        ObservableList<E> all = FXCollections.observableArrayList(values);
        return choice(all, each -> texts.of(Texts.key(prefix, each)), value, key);
    }

    /// A choice among several that may become others.
    ///
    /// @param words for each
    public <T> ComboBox<T> choice(
            ObservableList<T> values,
            Function<T, ObservableValue<String>> words,
            Property<T> value,
            String key) {
        ComboBox<T> choice = new ComboBox<>(values);
        choice.setCellFactory(list -> new ChoiceCell<>(words));
        choice.setButtonCell(new ChoiceCell<>(words));
        choice.valueProperty().bindBidirectional(value);
        named(choice, key);
        return choice;
    }

    /// Buttons of which one is always on; each has a text keyed as above, and a name with `.about` appended.
    public <E extends Enum<E>> List<ToggleButton> alternatives(
            E[] values, String prefix, Property<E> value) {
        List<ToggleButton> buttons = new ArrayList<>();
        for (E each : values) {
            String key = Texts.key(prefix, each);
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(texts.of(key));
            button.setMinWidth(Region.USE_PREF_SIZE);
            named(button, key + ".about");
            button.setOnAction(event -> {
                value.setValue(each);
                button.setSelected(true);
            });
            Changes.now(() -> button.setSelected(value.getValue() == each), value);
            button.getStyleClass().add("takes-arrows");
            // Before a group of its own takes them.
            button.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(buttons, button, event));
            buttons.add(button);
        }
        return buttons;
    }

    /// To the neighbour, which is chosen at once, as with tabs.
    private static void step(List<ToggleButton> buttons, ToggleButton from, KeyEvent event) {
        boolean alone =
                !event.isShiftDown()
                        && !event.isControlDown()
                        && !event.isAltDown()
                        && !event.isMetaDown();
        int by =
                switch (event.getCode()) {
                    case LEFT, UP -> -1;
                    case RIGHT, DOWN -> 1;
                    default -> 0;
                };
        if (by == 0 || !alone) return;
        event.consume();
        int to = buttons.indexOf(from) + by;
        while (to >= 0 && to < buttons.size() && buttons.get(to).isDisabled()) to += by;
        if (to < 0 || to >= buttons.size()) return;
        // As the Tab key does it, so that the focus is seen.
        from.requestFocusTraversal(by > 0 ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
        buttons.get(to).fire();
    }

    private static final class ChoiceCell<T> extends ListCell<T> {
        private final Function<T, ObservableValue<String>> words;

        ChoiceCell(Function<T, ObservableValue<String>> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) setText("");
            else textProperty().bind(words.apply(item));
        }
    }
}
