package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.junit.jupiter.api.Test;

/// A Gaussian drawn at p is decoded to p, within each decoder's accuracy.
class HeatmapDecoderTest {
    private static final int WIDTH = 48;
    private static final int HEIGHT = 64;

    private static Heatmaps gaussian(double x, double y, double height) {
        float[] values = new float[WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double square = (column - x) * (column - x) + (row - y) * (row - y);
                values[row * WIDTH + column] = (float) (height * Math.exp(-square / (2 * 2 * 2)));
            }
        }
        return new Heatmaps(1, HEIGHT, WIDTH, values);
    }

    private static void staysWithin(Decoder decoder, double error) {
        Random random = new Random(7);
        HeatmapDecoder reader = HeatmapDecoder.of(decoder);
        for (int i = 0; i < 500; i++) {
            double x = 8 + random.nextDouble() * (WIDTH - 16);
            double y = 8 + random.nextDouble() * (HEIGHT - 16);
            Keypoint found = reader.decode(gaussian(x, y, 0.8), 0);
            assertThat(found.x()).as("%s at %s, %s", decoder, x, y).isCloseTo(x, within(error));
            assertThat(found.y()).as("%s at %s, %s", decoder, x, y).isCloseTo(y, within(error));
            assertThat(found.score()).isBetween(0.7, 0.8);
        }
    }

    @Test
    void argmaxIsWithinHalfACell() {
        staysWithin(Decoder.ARGMAX, 0.5 + 1e-6);
    }

    @Test
    void quarterOffsetIsWithinAQuarterOfACell() {
        staysWithin(Decoder.QUARTER, 0.25 + 1e-6);
    }

    @Test
    void darkFindsTheCentre() {
        staysWithin(Decoder.DARK, 0.01);
    }

    @Test
    void udpFindsTheCentre() {
        staysWithin(Decoder.UDP, 0.02);
    }

    @Test
    void quarterOffsetTakesNoStepAtTheBorder() {
        float[] values = new float[WIDTH * HEIGHT];
        values[20 * WIDTH + 1] = 1;
        values[20 * WIDTH + 2] = 0.5f;
        Heatmaps maps = new Heatmaps(1, HEIGHT, WIDTH, values);
        assertThat(HeatmapDecoder.of(Decoder.QUARTER).decode(maps, 0))
                .isEqualTo(new Keypoint(1, 20, 1));
    }

    @Test
    void aPeakThatIsNotAboveZeroLiesAtTheOriginAndKeepsItsScore() {
        float[] values = new float[WIDTH * HEIGHT];
        java.util.Arrays.fill(values, -0.5f);
        values[30 * WIDTH + 30] = -0.25f;
        Heatmaps maps = new Heatmaps(1, HEIGHT, WIDTH, values);
        for (Decoder decoder : Decoder.values()) {
            assertThat(HeatmapDecoder.of(decoder).decode(maps, 0))
                    .as("%s", decoder)
                    .isEqualTo(new Keypoint(0, 0, -0.25f));
        }
    }

    @Test
    void aFlatMapGivesFiniteNumbers() {
        float[] values = new float[WIDTH * HEIGHT];
        java.util.Arrays.fill(values, 0.5f);
        Heatmaps maps = new Heatmaps(1, HEIGHT, WIDTH, values);
        for (Decoder decoder : Decoder.values()) {
            Keypoint found = HeatmapDecoder.of(decoder).decode(maps, 0);
            assertThat(found.x() + found.y()).as("%s", decoder).isFinite();
        }
    }
}
