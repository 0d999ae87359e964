package org.hrscope.ui.common;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide words are in a font, each measured once: laying words out takes longer than drawing a limb. FX thread.
public final class TextWidths {
    private static final int MOST = 1000;

    private final Map<String, Double> known = new HashMap<>();

    public double of(String text, Font font) {
        if (known.size() > MOST) known.clear();
        return known.computeIfAbsent(
                font.getStyle() + font.getSize() + text,
                _ -> {
                    Text measure = new Text(text);
                    measure.setFont(font);
                    return measure.getLayoutBounds().getWidth();
                });
    }
}
