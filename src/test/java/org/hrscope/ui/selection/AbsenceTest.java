package org.hrscope.ui.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsenceTest {
    private static final long HALF_A_SECOND = 500_000_000;

    private long now = 900_000_000_000L;
    private final Absence absence = new Absence(() -> now);

    private void seen(int frames, long apart, String from) {
        for (int n = 0; n < frames; n++) {
            absence.frame(true, from);
            now += apart;
        }
    }

    private boolean absentAfter(long nanos) {
        now += nanos;
        absence.pulse();
        return absence.absentProperty().get();
    }

    /// From a live network's rate down to HRNet-W32's on two cores.
    @ParameterizedTest
    @ValueSource(doubles = {60, 30, 11, 3.7, 1.3, 0.8})
    void oneMissedFrameIsNoAbsence(double framesPerSecond) {
        long frame = (long) (1e9 / framesPerSecond);
        seen(5, frame, "clip");
        absence.frame(false, "clip");
        assertThat(absentAfter(frame)).as("seen again in the next one").isFalse();
        absence.frame(false, "clip");
        assertThat(absentAfter(frame)).isEqualTo(2 * frame > HALF_A_SECOND && frame > 2e9);
        assertThat(absentAfter(frame + HALF_A_SECOND)).as("two are missed").isTrue();
    }

    @Test
    void whoeverComesBackIsThereAtOnce() {
        absence.frame(false, "clip");
        assertThat(absence.absentProperty().get()).as("nobody has been here").isTrue();
        absence.frame(true, "clip");
        assertThat(absence.absentProperty().get()).isFalse();
        assertThat(absentAfter(HALF_A_SECOND * 9)).as("on a paused frame").isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void beforeARateIsKnownItTakesHalfASecond(int frames) {
        seen(frames, 0, "clip");
        absence.frame(false, "clip");
        assertThat(absentAfter(HALF_A_SECOND)).isFalse();
        assertThat(absentAfter(1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 400})
    void afterAPauseItIsStillSaidInTime(long seconds) {
        seen(2, seconds * 1_000_000_000, "clip");
        absence.frame(false, "clip");
        assertThat(absentAfter(5_000_000_001L)).isTrue();
    }

    /// However slowly the images of a folder follow one another.
    @Test
    void anotherImageIsNoMissedFrame() {
        seen(3, 1_500_000_000, "a.jpg");
        absence.frame(true, "b.jpg");
        now += 1_500_000_000;
        absence.frame(false, "c.jpg");
        assertThat(absentAfter(HALF_A_SECOND)).isFalse();
        assertThat(absentAfter(1)).isTrue();
    }
}
