package org.hrscope.ui.common;

import javafx.scene.control.Label;

/// The values under the pointer, in figures of one width; while there are none, what to do to see them, in the type of
/// any other words. FX thread.
public final class PointedValues extends Label {
    private static final String FIGURES = "meter-value";
    private static final String WORDS = "readout-words";

    public void values(String values) {
        show(values, FIGURES);
    }

    public void words(String words) {
        show(words, WORDS);
    }

    private void show(String text, String style) {
        setText(text);
        if (getStyleClass().contains(style)) return;
        getStyleClass().removeAll(FIGURES, WORDS);
        getStyleClass().add(style);
    }
}
