package org.hrscope.ui.playground;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A value in its shortest form: at most three decimals, no trailing zeros, a true minus sign. Any thread.
final class Numbers {
    private Numbers() {}

    static String brief(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    /// As a factor: in brackets if negative.
    static String factor(double value) {
        return value < 0 ? "(" + brief(value) + ")" : brief(value);
    }
}
