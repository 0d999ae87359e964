package org.hrscope.puppet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MotionTakeTest {
    private final PuppetPose pose = new PuppetFollower().next(Actor.COCO, new Actor().pose(0), 0);
    private final MotionTake take = new MotionTake();

    private void play(double from, double to, double step) {
        for (double at = from; at < to; at += step) {
            take.add("a.mp4", 1, Math.round(at * 1e9), pose);
        }
    }

    @Test
    void keepsTheLastMinute() {
        play(0, 95, 0.04);
        assertThat(take.seconds()).isBetween(59.9, 60.0);
        assertThat(take.moments().getLast().nanos() / 1e9).isCloseTo(94.96, within(0.001));
    }

    @Test
    void aShownFrameCountsOnce() {
        play(0, 0.95, 0.1);
        for (int i = 0; i < 20; i++) take.add("a.mp4", 1, 900_000_000L, pose);
        assertThat(take.moments().size()).isEqualTo(10);
    }

    @Test
    void aLoopKeepsItsLongestRound() {
        play(2, 6, 0.04);
        play(0, 6, 0.04);
        play(0, 0.3, 0.04);
        assertThat(take.seconds()).isCloseTo(5.96, within(0.001));
        assertThat(take.moments().size()).isEqualTo(150);
        play(0.32, 7, 0.04);
        assertThat(take.seconds()).isGreaterThan(6.5);
    }

    @Test
    void anyoneElseAndAnyOtherSourceBeginAnew() {
        play(0, 6, 0.04);
        take.add("a.mp4", 2, 6_000_000_000L, pose);
        assertThat(take.seconds()).isZero();
        assertThat(take.identity()).isEqualTo(2);
        take.add("b.mp4", 2, 6_040_000_000L, pose);
        assertThat(take.moments().size()).isEqualTo(1);
    }

    @Test
    void aGapBeginsAnew() {
        play(0, 2, 0.04);
        play(4, 5, 0.04);
        assertThat(take.seconds()).isCloseTo(1.96, within(0.001));
        play(5, 8, 0.04);
        assertThat(take.moments().getFirst().nanos()).isEqualTo(4_000_000_000L);
    }
}
