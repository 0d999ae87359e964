package org.hrscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfos;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.Decoding.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The peak with its decoders, by its labels and pixels.
@ExtendWith(FxToolkit.class)
class PeakFigureTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 170;
    private static final int COLUMN = 20;
    private static final int ROW = 30;

    private final PeakFigure figure = new PeakFigure(new Texts());

    /// @param places x and y of quarter, DARK and UDP, from the peak's cell
    private static Decoding decoding(double... places) {
        float[] values = new float[48 * 64];
        for (int i = 0; i < values.length; i++) {
            double x = i % 48 - COLUMN;
            double y = i / 48 - ROW;
            values[i] = (float) Math.exp(-(x * x + y * y) / 8);
        }
        Decoder[] decoders = {Decoder.ARGMAX, Decoder.QUARTER, Decoder.DARK, Decoder.UDP};
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < decoders.length; i++) {
            double x = i == 0 ? 0 : places[2 * i - 2];
            double y = i == 0 ? 0 : places[2 * i - 1];
            Keypoint at = new Keypoint(COLUMN + x, ROW + y, 1);
            readings.add(new Reading(decoders[i], at, at, at));
        }
        return new Decoding(
                0,
                ModelInfos.of(192, 256, 17),
                3,
                new FeatureMaps(1, 64, 48, values),
                COLUMN,
                ROW,
                readings);
    }

    private void show(Decoding decoding) {
        if (figure.getScene() == null) new Scene(figure, WIDTH, HEIGHT);
        figure.resize(WIDTH, HEIGHT);
        figure.show(decoding);
        figure.applyCss();
        figure.layout();
    }

    private List<Node> labels() {
        return figure.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof VBox && node.isVisible())
                .toList();
    }

    private List<String> names() {
        return labels().stream()
                .map(box -> ((Label) ((VBox) box).getChildren().getFirst()).getText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 0.25, 0.1, 0.2, 0.11, 0.2",
        "-0.25, -0.25, -0.3, -0.2, -0.31, -0.22",
        "0.25, -0.25, 0.03, -0.4, 0.02, -0.4",
        "0, 0, 0, 0, 0, 0",
        "0.25, 0, 2.1, 0.4, -1.9, 0.4",
        "0.25, 0.25, 9, -9, 9, 9"
    })
    void labelsAndCellsKeepApart(double a, double b, double c, double d, double e, double f) {
        FxToolkit.run(() -> {
            show(decoding(a, b, c, d, e, f));
            List<Bounds> boxes = labels().stream().map(Node::getBoundsInParent).toList();
            for (Bounds box : boxes) {
                assertThat(box.getMinX()).isGreaterThan(WIDTH / 2.0);
                assertThat(box.getMaxX()).isLessThanOrEqualTo(WIDTH);
                assertThat(box.getMinY()).isGreaterThanOrEqualTo(0);
                assertThat(box.getMaxY()).isLessThanOrEqualTo(HEIGHT + 1);
                for (Bounds other : boxes)
                    assertThat(box != other && box.intersects(other)).isFalse();
            }
        });
    }

    /// Two that give the same have one label, and those that do not are not mistaken for it.
    @Test
    void whoAgreesSharesALabel() {
        FxToolkit.run(() -> {
            show(decoding(0.25, 0.25, 0.1, 0.2, 0.1, 0.2));
            assertThat(names()).containsExactly("Argmax", "Quarter", "DARK, UDP");
            show(decoding(0.25, 0.25, 0.1, 0.2, 0.12, 0.2));
            assertThat(names()).containsExactly("Argmax", "Quarter", "DARK", "UDP");
            show(decoding(0, 0, 0, 0, 0, 0));
            assertThat(names()).hasSize(1);
        });
    }

    /// A glance tells which are there: of each, many pixels of its own colour.
    @ParameterizedTest
    @CsvSource({
        "0.25, 0.25, 0.2, 0.22, 0.2, 0.22",
        "0.01, 0.01, 0, 0, 0, 0.01",
        "0, 0, 0, 0, 0, 0",
        "-0.25, 0.25, -0.1, 0.3, -0.12, 0.3"
    })
    void marksInOnePlaceAreAllSeen(double a, double b, double c, double d, double e, double f) {
        FxToolkit.run(() -> {
            show(decoding(a, b, c, d, e, f));
            WritableImage picture = figure.snapshot(null, null);
            for (DecoderMark mark : DecoderMark.values()) {
                assertThat(seen(picture, mark.colour())).as(mark.name()).isGreaterThan(8);
            }
        });
    }

    /// Within the frame round the cells, which is as blue as UDP's dot.
    private static int seen(WritableImage in, Color colour) {
        int count = 0;
        for (int y = 24; y < 140; y++) {
            for (int x = 65; x < 180; x++) {
                Color at = in.getPixelReader().getColor(x, y);
                double away =
                        Math.abs(at.getRed() - colour.getRed())
                                + Math.abs(at.getGreen() - colour.getGreen())
                                + Math.abs(at.getBlue() - colour.getBlue());
                if (away < 0.3) count++;
            }
        }
        return count;
    }
}
