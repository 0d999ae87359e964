package org.hrscope.ui.common;

import javafx.beans.property.Property;
import javafx.scene.control.CheckBox;

/// A check box in the window's language, on while `value` is true. FX thread.
public final class TextCheck extends CheckBox {
    public TextCheck(Texts texts, String key, Property<Boolean> value) {
        textProperty().bind(texts.of(key));
        selectedProperty().bindBidirectional(value);
    }
}
