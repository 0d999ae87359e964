package org.hrscope.ui.playground;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A value in its shortest form: at most three decimals, two digits where it is small, no trailing zeros, a true minus
/// sign. Any thread.
final class Numbers {
    private Numbers() {}

    static String brief(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        double size = Math.abs(value);
        BigDecimal rounded =
                size < 0.1 && size >= 1e-5
                        ? exact.round(new MathContext(2, RoundingMode.HALF_UP))
                        : exact.setScale(3, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    /// As a factor: in brackets if negative.
    static String factor(double value) {
        return value < 0 ? "(" + brief(value) + ")" : brief(value);
    }
}
