package org.hrscope.ui.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Sizes, zeros and left-over cells of one axis, against numbers worked out by hand.
class AxisTest {

    private static Axis axis(int input, int kernel, int stride, Padding padding) {
        return new Axis(input, kernel, stride, 1, padding, 1, Axis.Inside.NOT);
    }

    @Test
    void theLearnersExampleDropsOneColumn() {
        Axis valid = axis(5, 2, 2, Padding.VALID);
        assertThat(valid.output()).isEqualTo(2);
        assertThat(valid.leftOver()).isEqualTo(1);
        assertThat(valid.pad()).isZero();
        assertThat(valid.reads(3)).isTrue();
        assertThat(valid.reads(4)).isFalse();
    }

    @Test
    void samePadsThatColumnAtTheEnd() {
        Axis same = axis(5, 2, 2, Padding.SAME);
        assertThat(same.output()).isEqualTo(3);
        assertThat(same.before()).isZero();
        assertThat(same.after()).isEqualTo(1);
        assertThat(same.leftOver()).isZero();
        assertThat(same.pads(5)).isTrue();
        assertThat(same.reads(4)).isTrue();
    }

    @Test
    void theStemHalves() {
        Axis stem = axis(8, 3, 2, Padding.NUMBER);
        assertThat(stem.output()).isEqualTo(4);
        assertThat(stem.padded()).isEqualTo(10);
        // The last column that is not read is one of the zeros.
        assertThat(stem.leftOver()).isZero();
    }

    @Test
    void dilationReachesFartherAndReadsBetween() {
        Axis dilated = new Axis(7, 3, 1, 2, Padding.VALID, 0, Axis.Inside.NOT);
        assertThat(dilated.extent()).isEqualTo(5);
        assertThat(dilated.output()).isEqualTo(3);
        assertThat(dilated.tapAt(1, 3)).isEqualTo(1);
        assertThat(dilated.tapAt(1, 4)).isNegative();
    }

    @Test
    void aStrideLargerThanTheKernelSkips() {
        Axis wide = axis(6, 1, 2, Padding.SAME);
        assertThat(wide.output()).isEqualTo(3);
        assertThat(wide.skipped()).isEqualTo(2);
        assertThat(wide.leftOver()).isEqualTo(1);
    }

    @Test
    void whatIsTooLargeHasNoOutput() {
        assertThat(axis(5, 6, 1, Padding.VALID).output()).isZero();
        assertThat(axis(5, 6, 1, Padding.VALID).leftOver()).isZero();
        assertThat(axis(5, 7, 3, Padding.SAME).output()).isEqualTo(2);
        assertThat(axis(5, 7, 1, Padding.NUMBER).output()).isEqualTo(1);
    }
}
