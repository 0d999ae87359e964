package org.hrscope.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;

/// A button whose words follow a text, as a rule one in the window's language. FX thread.
public final class TextButton extends Button {
    /// Always the same text.
    public TextButton(Texts texts, String key, Runnable action, String... styles) {
        this(texts.of(key), action, styles);
    }

    public TextButton(ObservableValue<String> text, Runnable action, String... styles) {
        textProperty().bind(text);
        setOnAction(event -> action.run());
        getStyleClass().addAll(styles);
    }
}
