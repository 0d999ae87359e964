package org.hrscope.ui.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.PaleTexts;
import org.hrscope.ui.maps.FeatureMapView.Form;
import org.hrscope.ui.maps.FeatureMapView.Mark;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is painted over the cells, by its pixels.
@ExtendWith(FxToolkit.class)
class FeatureMapViewTest {
    private static final int SIDE = 170;

    /// How far a pixel is off a colour, over all channels: nearly none, and where it is half covered.
    private static final double PURE = 0.15;

    private static final double EDGES = 0.5;

    private final FeatureMapView view = new FeatureMapView(cell -> {});

    /// Argmax, a quarter of a cell beside it, and two that are nearly alike.
    @ParameterizedTest
    @CsvSource({"0.25, 0.25", "-0.25, -0.25", "0.25, -0.25"})
    void marksHideNoValueAndNoOtherMark(double x, double y) {
        float[] values = new float[25];
        Arrays.fill(values, 0.5f);
        values[12] = 0.97f;
        FeatureMaps map = new FeatureMaps(1, 5, 5, values);
        List<Mark> marks = marks(x, y);
        FxToolkit.run(() -> {
            new Scene(view, SIDE, SIDE);
            view.resize(SIDE, SIDE);
            view.layout();
            view.show(map, ColourScale.positive(ColorMap.MAGMA, 1));
            WritableImage bare = picture();
            view.mark(marks);
            WritableImage marked = picture();
            view.number(map);
            BitSet numbers = differing(marked, picture());
            BitSet hidden = differing(bare, marked);
            assertThat(numbers.cardinality()).isPositive();
            hidden.and(numbers);
            assertThat(hidden.cardinality()).as("pixels of values below marks").isZero();
            for (Mark mark : marks) {
                assertThat(seen(marked, mark.colour(), PURE)).as(mark.toString()).isPositive();
            }
        });
    }

    private static List<Mark> marks(double x, double y) {
        return List.of(
                new Mark(2, 2, Color.WHITE, Form.CELL),
                new Mark(2 + x, 2 + y, Color.YELLOW, Form.CROSS),
                new Mark(2 + x, 2 + y, Color.LIME, Form.RING),
                new Mark(2 + x, 2 + y, Color.BLUE, Form.DOT));
    }

    /// A glance tells which are there: of each, much of what it shows alone.
    @ParameterizedTest
    @CsvSource({"0, 0", "0.06, -0.1", "0.25, 0.25"})
    void marksInOnePlaceAreAllSeen(double x, double y) {
        FeatureMaps map = new FeatureMaps(1, 5, 5, new float[25]);
        FxToolkit.run(() -> {
            new Scene(view, SIDE, SIDE);
            view.resize(SIDE, SIDE);
            view.layout();
            view.show(map, ColourScale.of(ColorMap.MAGMA, false, 1));
            view.mark(marks(x, y));
            WritableImage all = picture();
            for (Mark mark : marks(x, y)) {
                view.mark(List.of(mark));
                assertThat(seen(all, mark.colour(), EDGES))
                        .as(mark.toString())
                        .isGreaterThan(2 * seen(picture(), mark.colour(), EDGES) / 5);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNumberCanBeReadOnEveryCell(ColorMap colours) {
        for (int i = 0; i < 256; i++) {
            int rgb = colours.rgb(i / 255f);
            Color cell = Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
            assertThat(PaleTexts.contrast(FeatureMapView.ink(cell), cell))
                    .as(cell.toString())
                    .isGreaterThan(PaleTexts.LEAST);
        }
    }

    private WritableImage picture() {
        view.repaint();
        return view.snapshot(null, null);
    }

    private static BitSet differing(WritableImage one, WritableImage other) {
        BitSet pixels = new BitSet();
        for (int i = 0; i < SIDE * SIDE; i++) {
            int a = one.getPixelReader().getArgb(i % SIDE, i / SIDE);
            int b = other.getPixelReader().getArgb(i % SIDE, i / SIDE);
            pixels.set(i, a != b);
        }
        return pixels;
    }

    private static int seen(WritableImage in, Color colour, double most) {
        int count = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            Color at = in.getPixelReader().getColor(i % SIDE, i / SIDE);
            double away =
                    Math.abs(at.getRed() - colour.getRed())
                            + Math.abs(at.getGreen() - colour.getGreen())
                            + Math.abs(at.getBlue() - colour.getBlue());
            if (away < most) count++;
        }
        return count;
    }
}
