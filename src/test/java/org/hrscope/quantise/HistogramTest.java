package org.hrscope.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.hrscope.natives.Processor;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static FloatBuffer gauss(long seed, int count, float spread, boolean relu) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() * spread;
            if (relu) values[i] = Math.max(0, values[i]);
        }
        return FloatBuffer.wrap(values);
    }

    /// However small the first values are.
    @Test
    void widerBinsHoldWhatTheNarrowOnesHeld() {
        Histogram grown = new Histogram();
        for (int i = 0; i < 9; i++) {
            grown.add(gauss(i, 5003, (float) Math.pow(3, i - 4), false), 1);
        }
        Histogram atOnce = new Histogram();
        double reach = Math.max(grown.most(), -grown.least());
        assertThat(grown.width() * Histogram.BINS / 2).isBetween(reach, 2.001 * reach);
        for (int b = 0; b < Histogram.BINS; b++) assertThat(grown.counts()[b]).isNotNegative();
        assertThat(Arrays.stream(grown.counts()).sum()).isEqualTo(9 * 5003);
        for (int i = 8; i >= 0; i--) {
            atOnce.add(gauss(i, 5003, (float) Math.pow(3, i - 4), false), 1);
        }
        // The same values in another order, up to the bins' width.
        for (double share : new double[] {-0.5, -0.01, 0.003, 0.02, 0.4}) {
            double value = reach * share;
            assertThat(below(grown, value)).isCloseTo(below(atOnce, value), within(60L));
        }
    }

    private static long below(Histogram histogram, double value) {
        long sum = 0;
        for (int b = 0; b < histogram.bin(value); b++) sum += histogram.counts()[b];
        return sum;
    }

    @Test
    void aStepCountsEachSoManiethValueAcrossChunks() {
        Histogram all = new Histogram();
        Histogram some = new Histogram();
        FloatBuffer values = gauss(3, 10_007, 2, true);
        all.add(values, 1);
        some.add(values, 5);
        assertThat(Arrays.stream(some.counts()).sum()).isEqualTo(2002);
        assertThat(some.most()).isEqualTo(all.most());
        assertThat(some.least()).isZero();
    }

    @Test
    void whatIsNoNumberIsToldNotCounted() {
        for (float odd :
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Histogram histogram = new Histogram();
            histogram.add(FloatBuffer.wrap(new float[] {0.3f, odd, 2}), 1);
            assertThat(histogram.finite()).isFalse();
        }
    }

    @Test
    void rangesClipAsMuchAsTheySay() {
        Histogram seen = new Histogram();
        FloatBuffer values = gauss(7, 400_000, 1, false);
        values.put(17, 40);
        seen.add(values, 1);
        assertThat(RangeChoice.MIN_MAX.of(seen).most()).isEqualTo(40);
        ValueRange most = RangeChoice.PERCENTILE.of(seen);
        assertThat(most.most()).isCloseTo(3.89, within(0.3));
        assertThat(most.least()).isCloseTo(-3.89, within(0.3));
        assertThat(RangeChoice.ENTROPY.of(seen).most()).isBetween(2.0, 20.0);
    }

    @Test
    void aConstantTensorHasAScaleThatHoldsIt() {
        for (float constant : new float[] {0, 1e-38f, -0.37f, 12.7f}) {
            Histogram seen = new Histogram();
            float[] values = new float[97];
            Arrays.fill(values, constant);
            seen.add(FloatBuffer.wrap(values), 1);
            for (RangeChoice choice : RangeChoice.values()) {
                var rounding = choice.of(seen).rounding();
                assertThat(rounding.scale(0)).isPositive().isFinite();
                float rounded = rounding.rounded(constant, 0);
                assertThat(rounded)
                        .as(choice + " of " + constant)
                        .isCloseTo(constant, within(Math.abs(constant) * 0.13f + 1e-30f));
                assertThat(rounding.rounded(0, 0)).isZero();
            }
        }
    }

    @Test
    void processorsWithoutTheInstructionsGetSevenBits() {
        assertThat(Processor.of("amd64", Set.of("fpu", "avx2", "avx512f")).weightBits())
                .isEqualTo(7);
        assertThat(Processor.of("amd64", Set.of("fpu", "avx2", "avx_vnni")).weightBits())
                .isEqualTo(8);
        assertThat(Processor.of("amd64", Set.of()).weightBits()).isEqualTo(7);
        assertThat(Processor.of("aarch64", Set.of()).weightBits()).isEqualTo(8);
    }
}
