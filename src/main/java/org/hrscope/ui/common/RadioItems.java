package org.hrscope.ui.common;

import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// A choice in a menu. FX thread.
public final class RadioItems {
    private RadioItems() {}

    /// @param prefix of their text keys
    /// @return one item for each value, in this order
    public static <E extends Enum<E>> List<RadioMenuItem> of(
            Texts texts, String prefix, List<E> values, Property<E> chosen) {
        ToggleGroup group = new ToggleGroup();
        return values.stream()
                .map(value -> {
                    RadioMenuItem item = new RadioMenuItem();
                    item.textProperty().bind(texts.of(Texts.key(prefix, value)));
                    item.setToggleGroup(group);
                    item.setOnAction(event -> chosen.setValue(value));
                    Changes.now(() -> item.setSelected(chosen.getValue() == value), chosen);
                    return item;
                })
                .toList();
    }
}
