package org.hrscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Four lines, three answers, the reply to the second, and what it brought.
class ReplyPlaceTest {
    private static final List<Double> STARTS =
            List.of(0.0, 21.0, 42.0, 63.0, 94.0, 140.0, 186.0, 232.0);
    private static final double CHOSEN = 140;
    private static final double REPLY = 357;
    private static final double BROUGHT = 511;

    @ParameterizedTest
    @CsvSource({
        "600, 0, 0",
        "371, 0, 140",
        "380, 0, 140",
        "372, 33, 140",
        "420, 0, 94",
        "495, 0, 21",
        // Not what was brought, but the reply with what it is to.
        "369, 0, 0",
        "336, 0, 21",
        "300, 0, 63",
        "217, 0, 140",
        // Not even that: the verdict is below the answer.
        "200, 0, 140",
    })
    void asMuchAsFits(double room, double now, double top) {
        assertThat(ReplyPlace.top(STARTS, CHOSEN, List.of(BROUGHT, REPLY), room, now))
                .isEqualTo(top);
    }

    @ParameterizedTest
    @CsvSource({"42, 42", "94, 94", "140, 140", "50, 21", "186, 21", "0, 21"})
    void whatWillDoStays(double now, double top) {
        assertThat(ReplyPlace.top(STARTS, CHOSEN, List.of(REPLY), 340, now)).isEqualTo(top);
    }
}
