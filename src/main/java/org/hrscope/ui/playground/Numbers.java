package org.hrscope.ui.playground;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A value as short as it can be said: at most three decimals, none that is nought, and a true minus. Any thread.
final class Numbers {
    private Numbers() {}

    static String brief(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    /// As a factor: in brackets where it is below zero.
    static String factor(double value) {
        return value < 0 ? "(" + brief(value) + ")" : brief(value);
    }
}
