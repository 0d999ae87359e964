package org.hrscope.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.junit.jupiter.api.Test;

/// Statistics, order, scales and the painted grid, against values worked out by hand.
class FeatureMapsTest {
    private static final FeatureMaps THREE =
            FeatureMaps.of(Tensor.of(Shape.of(1, 3, 1, 2), 1, 0, 0, 4, -6, -6));

    @Test
    void shapesOfEveryRank() {
        assertThat(FeatureMaps.of(Tensor.of(Shape.of(2, 3, 1, 1), new float[6])).channels())
                .isEqualTo(6);
        FeatureMaps row = FeatureMaps.of(Tensor.of(Shape.of(3), 1, 2, 3));
        assertThat(row.width()).isEqualTo(3);
        assertThat(row.channels()).isEqualTo(1);
        assertThat(FeatureMaps.of(Tensor.of(Shape.of(), 7)).at(0, 0, 0)).isEqualTo(7);
        assertThat(THREE.channel(1).values()).containsExactly(0, 4);
        assertThat(THREE.mean().values()).containsExactly(-5 / 3f, -2 / 3f);
    }

    @Test
    void resizedIsTheMeanOfTheAreaCovered() {
        FeatureMaps four = new FeatureMaps(1, 2, 2, new float[] {1, 2, 3, 6});
        assertThat(four.resized(1, 1).values()).containsExactly(3);
        assertThat(four.resized(2, 4).values()).containsExactly(1, 1, 2, 2, 3, 3, 6, 6);
        FeatureMaps row = new FeatureMaps(1, 1, 3, new float[] {0, 3, 9});
        assertThat(row.resized(1, 2).values()).containsExactly(1, 7);
        assertThat(row.resized(1, 3)).isSameAs(row);
    }

    @Test
    void statistics() {
        TensorStatistics all = TensorStatistics.of(THREE.values(), 0, 6);
        assertThat(all.min()).isEqualTo(-6);
        assertThat(all.max()).isEqualTo(4);
        assertThat(all.mean()).isCloseTo(-7 / 6.0, within(1e-12));
        // squares 1 + 16 + 36 + 36 = 89; 89 / 6 - (7 / 6)^2
        assertThat(all.deviation()).isCloseTo(Math.sqrt(89 / 6.0 - 49 / 36.0), within(1e-12));
        assertThat(all.zeros()).isEqualTo(2 / 6.0);
        assertThat(all.reach()).isEqualTo(6);
        TensorStatistics second = TensorStatistics.of(THREE.values(), 2, 2);
        assertThat(second.mean()).isEqualTo(2);
        assertThat(second.deviation()).isEqualTo(2);
        assertThat(second.zeros()).isEqualTo(0.5);
    }

    @Test
    void whatIsNoNumberIsCountedApart() {
        float[] broken = {Float.NaN, 2, Float.NEGATIVE_INFINITY, 4};
        TensorStatistics some = TensorStatistics.of(broken, 0, 4);
        assertThat(some.notNumbers()).isEqualTo(2);
        assertThat(some.mean()).isEqualTo(3);
        assertThat(TensorStatistics.histogram(broken, 0, 4, 0, 4, 2)).containsExactly(0, 2);
        assertThat(TensorStatistics.of(new float[] {Float.NaN}, 0, 1).max()).isZero();
    }

    @Test
    void histogramHoldsEveryValue() {
        float[] values = {-1, 0, 0.49f, 0.5f, 0.99f, 1, 7};
        assertThat(TensorStatistics.histogram(values, 0, 7, 0, 1, 2)).containsExactly(3, 4);
        assertThat(TensorStatistics.histogram(values, 0, 7, 1, 1, 3)).containsExactly(7, 0, 0);
    }

    @Test
    void orders() {
        assertThat(ChannelOrder.INDEX.of(THREE, null)).containsExactly(0, 1, 2);
        assertThat(ChannelOrder.ACTIVITY.of(THREE, null)).containsExactly(2, 1, 0);
        assertThat(ChannelOrder.LIKENESS.of(THREE, null)).containsExactly(0, 1, 2);
        // cosines with (0, 1): 0, 1, -1 / sqrt 2
        FeatureMaps right = new FeatureMaps(1, 2, 2, new float[] {0, 1, 0, 1});
        assertThat(ChannelOrder.LIKENESS.of(THREE, right)).containsExactly(1, 0, 2);
        float[] with = {0, 1};
        assertThat(ChannelOrder.cosine(THREE, 2, with)).isCloseTo(-Math.sqrt(0.5), within(1e-12));
        assertThat(ChannelOrder.cosine(THREE, 0, new float[2])).isZero();
    }

    @Test
    void scales() {
        ColourScale relu = ColourScale.positive(ColorMap.VIRIDIS, 4);
        assertThat(relu.argb(0)).isEqualTo(0xff440154);
        assertThat(relu.argb(4)).isEqualTo(0xfffde725);
        assertThat(relu.argb(9)).isEqualTo(0xfffde725);
        ColourScale signed = ColourScale.signed(4);
        assertThat(signed.low()).isEqualTo(-4);
        assertThat(signed.argb(-4)).isEqualTo(0xff053061);
        assertThat(signed.argb(4)).isEqualTo(0xff67001f);
        int middle = signed.argb(0);
        assertThat(middle & 0xff).isCloseTo(0xf4, within(3));
        assertThat(ColourScale.positive(ColorMap.MAGMA, 0).high()).isEqualTo(1);
        assertThat(signed.translucent(0)).isZero();
        assertThat(signed.translucent(4)).isEqualTo(0xff67001f);
        assertThat(relu.translucent(1) >>> 24).isEqualTo(128);
    }

    @Test
    void gridHasEveryChannelAtItsPlace() {
        float[] values = new float[5 * 2 * 3];
        for (int i = 0; i < values.length; i++) values[i] = i;
        FeatureMaps maps = new FeatureMaps(5, 2, 3, values);
        ChannelGrid grid =
                ChannelGrid.paint(maps, c -> new ColourScale(ColorMap.CIVIDIS, 0, 10 + c));
        assertThat(grid.columns()).isEqualTo(2);
        assertThat(grid.width()).isEqualTo(6);
        assertThat(grid.height()).isEqualTo(6);
        for (int c = 0; c < 5; c++) {
            for (int y = 0; y < 2; y++) {
                for (int x = 0; x < 3; x++) {
                    int pixel = grid.pixels()[(grid.y(c) + y) * grid.width() + grid.x(c) + x];
                    assertThat(pixel)
                            .isEqualTo(
                                    new ColourScale(ColorMap.CIVIDIS, 0, 10 + c)
                                            .argb(maps.at(c, y, x)));
                }
            }
        }
        assertThat(grid.pixels()[grid.pixels().length - 1]).as("no sixth channel").isZero();
    }
}
