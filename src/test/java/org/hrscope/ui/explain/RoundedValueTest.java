package org.hrscope.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundedValueTest {
    /// Whatever the range, 256 levels divide it.
    @Test
    void twoStepsAreToldApart() {
        for (double range : new double[] {60, 6, 0.7, 0.03, 0.001, 4e-7}) {
            double step = range / 255;
            assertThat(RoundedValue.number(step)).isNotEqualTo(RoundedValue.number(2 * step));
            assertThat(Double.parseDouble(RoundedValue.number(step)))
                    .as("step of %s", range)
                    .isGreaterThan(0.5 * step)
                    .isLessThan(1.5 * step);
        }
        assertThat(RoundedValue.number(0)).isEqualTo("0.00000");
        assertThat(RoundedValue.number(-0.25)).isEqualTo("-0.2500");
    }
}
