package org.hrscope.gesture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.Keypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GestureWatchTest {
    private static final Set<Gesture> ALL = EnumSet.allOf(Gesture.class);
    private final List<Keypoint> standing = new DemoFigure(1, 1280, 720).truth(5);
    private final List<Keypoint> right = GestureTest.making(Gesture.RIGHT_HAND_UP, standing);
    private final List<Keypoint> left = GestureTest.making(Gesture.LEFT_HAND_UP, standing);
    private final List<Keypoint> crossed = GestureTest.making(Gesture.ARMS_CROSSED, standing);
    private final GestureWatch watch = new GestureWatch();
    private double now = 3;

    private GestureWatch.Progress after(double seconds, List<Keypoint> body) {
        now += seconds;
        return watch.next(7, body, Math.round(now * 1e9), ALL, 1.1);
    }

    /// How often it fires while a pose is held.
    private int hold(List<Keypoint> body, double seconds, double step) {
        int fired = 0;
        for (double at = 0; at < seconds; at += step) if (after(step, body).fired()) fired++;
        return fired;
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 13, 24, 30, 60})
    void theTimeIsTheSameAtEveryRate(int perSecond) {
        Random random = new Random(perSecond);
        after(0, standing);
        double begin = now;
        GestureWatch.Progress progress = after(0.001, right);
        while (!progress.fired()) {
            progress = after(random.nextDouble(0.6, 1.4) / perSecond, right);
            assertThat(now - begin).isLessThan(1.1 + 1.5 / perSecond);
        }
        assertThat(now - begin).isGreaterThanOrEqualTo(1.1);
        assertThat(progress.gesture()).isEqualTo(Gesture.RIGHT_HAND_UP);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11, 30, 60})
    void aHeldGestureCountsOnceUntilItIsLetGo(int perSecond) {
        double step = 1.0 / perSecond;
        assertThat(hold(right, 7, step)).isEqualTo(1);
        assertThat(hold(standing, 0.8, step)).isZero();
        assertThat(hold(right, 0.9, step)).isZero();
        assertThat(hold(standing, 0.8, step)).isZero();
        assertThat(hold(right, 3, step)).isEqualTo(1);
    }

    @Test
    void aFlickerIsNoRelease() {
        for (int n = 0; n < 26; n++) {
            assertThat(after(0.04, n % 5 == 4 ? standing : crossed).fired()).isFalse();
        }
        assertThat(hold(crossed, 0.4, 0.04)).isEqualTo(1);
        // Nor does it let go of what has counted.
        assertThat(hold(standing, 0.2, 0.04)).isZero();
        assertThat(hold(crossed, 5, 0.04)).isZero();
    }

    @Test
    void progressGrowsEvenly() {
        after(0, left);
        assertThat(after(0.275, left).progress()).isCloseTo(0.25, within(1e-9));
        GestureWatch.Progress half = after(0.275, left);
        assertThat(half.progress()).isCloseTo(0.5, within(1e-9));
        assertThat(half.gesture()).isEqualTo(Gesture.LEFT_HAND_UP);
    }

    @Test
    void aGapASeekAndAnotherPersonStartOver() {
        hold(right, 1, 0.05);
        assertThat(after(0.75, right).progress()).isZero();
        hold(right, 1, 0.05);
        assertThat(after(-2, right).progress()).isZero();
        hold(right, 1, 0.05);
        now += 0.05;
        assertThat(watch.next(8, right, Math.round(now * 1e9), ALL, 1.1).progress()).isZero();
    }

    /// Arms that paused a camera are still crossed when somebody plays on.
    @Test
    void aGapIsNoRelease() {
        assertThat(hold(crossed, 2, 0.05)).isEqualTo(1);
        after(30, crossed);
        assertThat(hold(crossed, 5, 0.05)).isZero();
        assertThat(hold(standing, 1, 0.05)).isZero();
        assertThat(hold(crossed, 2, 0.05)).isEqualTo(1);
    }

    @Test
    void theSameFrameShownAgainIsNoTime() {
        after(0, right);
        for (int n = 0; n < 100; n++) assertThat(after(0, right).progress()).isZero();
    }

    @Test
    void anUnwantedGestureDoesNothing() {
        for (int n = 0; n < 100; n++) {
            now += 0.04;
            assertThat(
                            watch.next(
                                    7,
                                    right,
                                    Math.round(now * 1e9),
                                    EnumSet.of(Gesture.ARMS_CROSSED),
                                    1.1))
                    .isEqualTo(GestureWatch.Progress.NONE);
        }
    }
}
