package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Skeleton;
import org.junit.jupiter.api.Test;

class FlipTestTest {
    private static final Skeleton PAIR =
            new Skeleton("pair", List.of("left_hand", "right_hand"), List.of(), List.of(1, 0));

    private final Heatmaps straight = new Heatmaps(2, 1, 4, new float[] {0, 2, 4, 6, 8, 8, 8, 8});
    private final Heatmaps mirrored =
            new Heatmaps(2, 1, 4, new float[] {1, 1, 1, 1, 10, 20, 30, 40});

    @Test
    void mirrorsBackExchangesSidesShiftsRightAndAverages() {
        Heatmaps mean = FlipTest.average(straight, mirrored, PAIR, true);
        // The right hand in the mirror image, mirrored back: 40 30 20 10; shifted, the first kept:
        // 40 40 30 20.
        assertThat(mean.values()).containsExactly(20, 21, 17, 13, 4.5f, 4.5f, 4.5f, 4.5f);
    }

    @Test
    void udpNeedsNoShift() {
        Heatmaps mean = FlipTest.average(straight, mirrored, PAIR, false);
        assertThat(mean.values()).startsWith(20, 16, 12, 8);
    }
}
