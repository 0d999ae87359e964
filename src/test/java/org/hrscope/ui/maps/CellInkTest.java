package org.hrscope.ui.maps;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.hrscope.pixels.ColorMap;
import org.hrscope.ui.PaleTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Numbers on coloured cells.
class CellInkTest {
    @ParameterizedTest
    @EnumSource
    void aNumberCanBeReadOnEveryCell(ColorMap colours) {
        for (int i = 0; i < 256; i++) {
            int rgb = colours.rgb(i / 255f);
            Color cell = Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
            assertThat(PaleTexts.contrast(CellInk.on(cell), cell))
                    .as(cell.toString())
                    .isGreaterThan(PaleTexts.LEAST);
        }
    }
}
