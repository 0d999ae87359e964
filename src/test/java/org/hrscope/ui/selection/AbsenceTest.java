package org.hrscope.ui.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsenceTest {
    private final Absence absence = new Absence();

    /// From a live network's rate down to HRNet-W32's on two cores.
    @ParameterizedTest
    @ValueSource(doubles = {60, 30, 11, 3.7, 1.3, 0.8})
    void oneMissedFrameIsNoAbsence(double framesPerSecond) {
        long frame = (long) (1e9 / framesPerSecond);
        for (int n = 0; n < 5; n++) absence.seen(7 + n * frame);
        // Missed in the next frame, seen again in the one after.
        assertThat(absence.patience()).isGreaterThan(2 * frame).isLessThan(3 * frame + 500_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void beforeARateIsKnownItTakesHalfASecond(int frames) {
        for (int n = 0; n < frames; n++) absence.seen(900_000_000_000L);
        assertThat(absence.patience()).isEqualTo(500_000_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 400})
    void afterAPauseItIsStillSaidInTime(long seconds) {
        absence.seen(0);
        absence.seen(seconds * 1_000_000_000);
        assertThat(absence.patience()).isLessThanOrEqualTo(5_000_000_000L);
    }
}
