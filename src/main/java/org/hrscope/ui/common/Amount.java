package org.hrscope.ui.common;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// How many parameters or multiply-adds, as a reader of each language counts: in millions and thousands of millions, or
/// in 万 (10^4) and 亿 (10^8). Any thread.
public record Amount(long value) {
    private static final long EXACT_BELOW = 1_000_000;
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    /// `70,400`; `1.60 M` and `7.64 G`, 1 G being 10^9; `160 万` and `76.4 亿`.
    public String in(Locale language) {
        if (value < EXACT_BELOW) return Texts.format("%,d", value);
        if (language.getLanguage().equals("zh")) {
            // As whole as possible: nobody writes 2.00 亿.
            return value < 100_000_000
                    ? digits(4).stripTrailingZeros().toPlainString() + " 万"
                    : digits(8).stripTrailingZeros().toPlainString() + " 亿";
        }
        return value < 1_000_000_000
                ? digits(6).toPlainString() + " M"
                : digits(9).toPlainString() + " G";
    }

    private BigDecimal digits(int exponent) {
        return BigDecimal.valueOf(value, exponent).round(DIGITS);
    }
}
