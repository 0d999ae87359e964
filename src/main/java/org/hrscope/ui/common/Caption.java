package org.hrscope.ui.common;

import javafx.scene.control.Label;

/// A label that always says the same, in the window's language. FX thread.
public final class Caption extends Label {
    public Caption(Texts texts, String key, String... styles) {
        textProperty().bind(texts.of(key));
        getStyleClass().addAll(styles);
    }
}
