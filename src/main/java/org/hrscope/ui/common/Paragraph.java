package org.hrscope.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/// Text that wraps to as many lines as it needs and is never cut off. FX thread.
public final class Paragraph {
    private Paragraph() {}

    /// @return `label`, which wraps from now on
    public static <L extends Labeled> L of(L label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A note in the quieter colour.
    public static Label muted(ObservableValue<String> text) {
        return of(new Caption(text, "muted"));
    }

    /// Always the same text.
    public static Label muted(Texts texts, String key) {
        return muted(texts.of(key));
    }
}
