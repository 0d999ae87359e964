package org.hrscope.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/// A label that follows a text, as a rule one in the window's language. FX thread.
public final class Caption extends Label {
    /// Always the same text.
    public Caption(Texts texts, String key, String... styles) {
        this(texts.of(key), styles);
    }

    public Caption(ObservableValue<String> text, String... styles) {
        textProperty().bind(text);
        getStyleClass().addAll(styles);
    }
}
