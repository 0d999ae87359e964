package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0           | 0       | 0
                    70400       | 70,400  | 70,400
                    999999      | 999,999 | 999,999
                    1000000     | 1.00 M  | 100 万
                    1603000     | 1.60 M  | 160 万
                    28535000    | 28.5 M  | 2850 万
                    99960000    | 100 M   | 10000 万
                    100000000   | 100 M   | 1 亿
                    999600000   | 1000 M  | 10 亿
                    7645000000  | 7.65 G  | 76.5 亿
                    35311000000 | 35.3 G  | 353 亿
                    """)
    void threeDigitsInEachLanguage(long value, String english, String chinese) {
        Amount amount = new Amount(value);
        assertThat(amount.in(Locale.ENGLISH)).isEqualTo(english);
        assertThat(amount.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
    }
}
