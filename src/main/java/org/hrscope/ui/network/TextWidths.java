package org.hrscope.ui.network;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide words are in a font, each measured once. FX thread.
final class TextWidths {
    private final Map<String, Double> known = new HashMap<>();

    double of(String text, Font font) {
        return known.computeIfAbsent(
                font.getStyle() + font.getSize() + text,
                _ -> {
                    Text measure = new Text(text);
                    measure.setFont(font);
                    return measure.getLayoutBounds().getWidth();
                });
    }
}
