package org.hrscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.inspector.Leaders.Line;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The values of the cells beside what is marked, by pixels.
@ExtendWith(FxToolkit.class)
class PeakCellsTest {
    private static final int SIDE = 144;

    @ParameterizedTest
    @CsvSource({
        "0.25, 0.25",
        "-0.25, -0.25",
        "0.25, -0.25",
        "-0.25, 0.25",
        "0, 0.6",
        "-0.45, 0",
        "0, 0"
    })
    void marksAndLinesHideNoValue(double x, double y) {
        float[] values = new float[9];
        Arrays.fill(values, 0.5f);
        values[4] = 0.97f;
        PeakCells cells =
                new PeakCells(
                        new FeatureMaps(1, 3, 3, values),
                        0,
                        0,
                        ColourScale.positive(ColorMap.MAGMA, 1),
                        new Rectangle2D(0, 0, SIDE, SIDE));
        Point2D middle = cells.at(new Keypoint(1, 1, 1));
        Point2D mark = cells.at(new Keypoint(1 + x, 1 + y, 1));
        List<Line> lines =
                List.of(
                        new Line(middle.add(24, -24), new Point2D(SIDE, 20)),
                        new Line(mark.add(8, 0), new Point2D(SIDE, 80)));
        FxToolkit.run(() -> {
            WritableImage bare = picture(cells::paint);
            Consumer<GraphicsContext> marks =
                    to -> {
                        cells.paint(to);
                        to.setStroke(Color.BLACK);
                        to.setLineWidth(3);
                        for (Line line : lines)
                            to.strokeLine(
                                    line.from().getX(),
                                    line.from().getY(),
                                    line.to().getX(),
                                    line.to().getY());
                        DecoderMark.ARGMAX.paint(to, middle.getX(), middle.getY(), cells.side());
                        DecoderMark.DARK.paint(to, mark.getX(), mark.getY(), cells.side());
                    };
            BitSet hidden = differing(bare, picture(marks));
            BitSet numbers =
                    differing(
                            bare,
                            picture(to -> {
                                cells.paint(to);
                                cells.number(to, List.of(mark), lines);
                            }));
            assertThat(numbers.cardinality()).isGreaterThan(100);
            hidden.and(numbers);
            assertThat(hidden.cardinality()).as("pixels of values below marks").isZero();
        });
    }

    private static WritableImage picture(Consumer<GraphicsContext> painting) {
        Canvas canvas = new Canvas(SIDE, SIDE);
        painting.accept(canvas.getGraphicsContext2D());
        return canvas.snapshot(null, null);
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
}
