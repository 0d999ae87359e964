package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelLimitTest {
    @Test
    void aHundredMillionPixelsAreTaken() {
        assertThatCode(() -> PixelLimit.check("a.png", 10_000, 10_000)).doesNotThrowAnyException();
        assertThatCode(() -> PixelLimit.check("a.png", 100_000_000, 1)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "10001, 10000, 100",
        "1, 100000001, 100",
        "2147483647, 2147483647, 4611686014132",
        "4294967295, 4294967295, 18446744065119",
        "9223372036854775807, 3, 27670116110564"
    })
    void moreAreNot(long width, long height, String millions) {
        assertThatThrownBy(() -> PixelLimit.check("a.png", width, height))
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> assertThat(p.key()).isEqualTo("picture.huge"))
                .satisfies(p -> assertThat(p.getMessage()).contains("a.png", " " + millions + " "));
    }
}
