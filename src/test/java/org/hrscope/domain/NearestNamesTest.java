package org.hrscope.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
    private static final List<String> NAMES =
            List.of("estimate", "bench", "grow", "--csv", "--json", "--frames", "-o", "count");

    @ParameterizedTest
    @CsvSource({
        "estimte, estimate",
        "benhc, bench",
        "grwo, grow",
        "est, estimate",
        "cuont, count",
        "--jsno, --json",
        "--cvs, --csv",
        "--frame, --frames",
    })
    void aSlipIsTakenForTheNameItWasMeantFor(String typed, String meant) {
        assertThat(NearestNames.slips(typed, NAMES)).containsExactly(meant);
    }

    /// A wrong guess is worse than none.
    @ParameterizedTest
    @CsvSource({"x.jpg", "-x", "es", "--threshold", "demo", "/tmp/bench.jpg", "0"})
    void otherWordsAreNoSlips(String typed) {
        assertThat(NearestNames.slips(typed, NAMES)).isEmpty();
    }

    @Test
    void theNearestComeFirst() {
        assertThat(NearestNames.slips("--jso", List.of("--joints", "--json", "--so")))
                .containsExactly("--json", "--so");
    }
}
