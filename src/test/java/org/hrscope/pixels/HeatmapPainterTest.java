package org.hrscope.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.assertj.core.data.Offset;
import org.hrscope.domain.Heatmaps;
import org.junit.jupiter.api.Test;

class HeatmapPainterTest {
    private static final int S = HeatmapPainter.SCALE;
    private final int[] out = new int[4 * S * 3 * S];

    /// Joint 0 peaks at cell (1, 1), joint 1 at cell (3, 2).
    private static Heatmaps maps() {
        float[] values = new float[2 * 3 * 4];
        values[1 * 4 + 1] = 1;
        values[12 + 2 * 4 + 3] = 1;
        return new Heatmaps(2, 3, 4, values);
    }

    private static BitSet joints(int... joints) {
        BitSet set = new BitSet();
        for (int joint : joints) set.set(joint);
        return set;
    }

    private int alphaAt(int cellX, int cellY) {
        return out[(cellY * S + S / 2) * 4 * S + cellX * S + S / 2] >>> 24;
    }

    @Test
    void onlyTheChosenJointsAreSeen() {
        new HeatmapPainter().maximum(maps(), joints(0), ColorMap.MAGMA, out);
        assertThat(alphaAt(1, 1)).isGreaterThan(200);
        assertThat(alphaAt(3, 2)).isZero();
        new HeatmapPainter().maximum(maps(), joints(0, 1), ColorMap.MAGMA, out);
        assertThat(alphaAt(3, 2)).isGreaterThan(200);
        new HeatmapPainter().maximum(maps(), joints(), ColorMap.MAGMA, out);
        assertThat(out).containsOnly(0);
    }

    /// As of a network that was not trained on peaks of 1: in colours that end there it would be one bright field.
    @Test
    void valuesAboveOneAreSharesOfTheHighest() {
        float[] tall = maps().values().clone();
        for (int i = 0; i < tall.length; i++) tall[i] *= 7;
        tall[0] = 0.5f;
        Heatmaps above = new Heatmaps(2, 3, 4, tall);
        new HeatmapPainter().maximum(above, joints(0, 1), ColorMap.MAGMA, out);
        assertThat(alphaAt(1, 1)).isGreaterThan(200);
        assertThat(alphaAt(0, 0)).as("little beside 7").isZero();
        tall[0] = 0;
        new HeatmapPainter().maximum(above, joints(0, 1), ColorMap.MAGMA, out);
        int[] scaled = out.clone();
        new HeatmapPainter().maximum(maps(), joints(0, 1), ColorMap.MAGMA, out);
        assertThat(out).isEqualTo(scaled);
        new HeatmapPainter().hues(above, joints(0), out);
        int[] hues = out.clone();
        new HeatmapPainter().hues(maps(), joints(0), out);
        assertThat(out).isEqualTo(hues);
    }

    /// Of a network that was trained on peaks of 1.
    @Test
    void aPeakALittleAboveOneFadesNoOtherJoint() {
        float[] values = maps().values().clone();
        values[0] = 0.3f;
        new HeatmapPainter().maximum(new Heatmaps(2, 3, 4, values), joints(0), ColorMap.MAGMA, out);
        int before = alphaAt(0, 0);
        values[2 * 4 + 3] = 1.37f;
        new HeatmapPainter().maximum(new Heatmaps(2, 3, 4, values), joints(0), ColorMap.MAGMA, out);
        assertThat(alphaAt(0, 0)).isEqualTo(before).isPositive();
    }

    @Test
    void aJointsHueIsItsOwn() {
        new HeatmapPainter().hues(maps(), joints(0, 1), out);
        int pixel = out[(S + S / 2) * 4 * S + S + S / 2];
        int hue = Palette.ofJoint(0);
        assertThat((pixel >> 16 & 0xff) > (pixel & 0xff))
                .isEqualTo((hue >> 16 & 0xff) > (hue & 0xff));
        assertThat(alphaAt(0, 0)).isLessThan(alphaAt(1, 1));
    }

    @Test
    void coloursAreNeverStrongerThanTheirOpacity() {
        new HeatmapPainter().hues(maps(), joints(0, 1), out);
        for (int pixel : out) {
            int alpha = pixel >>> 24;
            assertThat(pixel >> 16 & 0xff).isLessThanOrEqualTo(alpha);
            assertThat(pixel >> 8 & 0xff).isLessThanOrEqualTo(alpha);
            assertThat(pixel & 0xff).isLessThanOrEqualTo(alpha);
        }
    }

    @Test
    void betweenCellsThatAreApartByOneItIsBilinear() {
        HeatmapPainter painter = new HeatmapPainter();
        painter.maximum(maps(), joints(0), ColorMap.MAGMA, out);
        int[] seen = out.clone();
        for (int y = 0; y < 3 * S; y++) {
            for (int x = 0; x < 3 * S; x++) {
                float share = share(x) * share(y);
                painter.maximum(all(share), joints(0), ColorMap.MAGMA, out);
                assertThat(seen[y * 4 * S + x] >>> 24)
                        .as("x %d, y %d", x, y)
                        .isCloseTo(out[0] >>> 24, Offset.offset(1));
            }
        }
    }

    /// Of cell 1 in a pixel.
    private static float share(int pixel) {
        return Math.max(0, 1 - Math.abs((pixel + 0.5f) / S - 1.5f));
    }

    private static Heatmaps all(float value) {
        float[] values = new float[3 * 4];
        Arrays.fill(values, value);
        return new Heatmaps(1, 3, 4, values);
    }

    @Test
    void whatWasPaintedBeforeLeavesNothing() {
        HeatmapPainter used = new HeatmapPainter();
        used.maximum(maps(), joints(1), ColorMap.VIRIDIS, out);
        used.hues(maps(), joints(0, 1), out);
        used.maximum(maps(), joints(0), ColorMap.MAGMA, out);
        int[] again = out.clone();
        new HeatmapPainter().maximum(maps(), joints(0), ColorMap.MAGMA, out);
        assertThat(again).isEqualTo(out);
    }

    @Test
    void norDoesItInAMapOfOneRow() {
        HeatmapPainter used = new HeatmapPainter();
        used.maximum(new Heatmaps(1, 1, 2, new float[] {1, 1}), joints(0), ColorMap.MAGMA, out);
        used.maximum(new Heatmaps(1, 1, 2, new float[2]), joints(0), ColorMap.MAGMA, out);
        assertThat(Arrays.copyOf(out, 2 * S * S)).containsOnly(0);
    }
}
