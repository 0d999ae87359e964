package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinderScheduleTest {
    private static final long MILLI = 1_000_000;
    private static final long FRAME = 33 * MILLI;
    private final FinderSchedule schedule = new FinderSchedule();

    /// The share of ten seconds spent in runs of `took`, with a frame every 33 ms.
    private double share(long took, boolean cuts, boolean searching) {
        long busy = 0;
        long now = 0;
        long end = Math.max(10_000 * MILLI, 40 * took);
        while (now < end) {
            if (cuts) schedule.newScene();
            boolean held = schedule.atOnce(now);
            if (held || schedule.due(now, searching)) {
                now += took;
                busy += took;
                schedule.ran(now, took);
                if (held) schedule.waited(now, took);
            }
            now += FRAME;
        }
        return busy / (double) now;
    }

    @Test
    void aNewSourceIsSearchedAtOnce() {
        assertThat(schedule.atOnce(0)).isTrue();
        schedule.ran(50 * MILLI, 50 * MILLI);
        schedule.waited(50 * MILLI, 50 * MILLI);
        assertThat(schedule.atOnce(51 * MILLI)).isFalse();
        assertThat(schedule.due(51 * MILLI, true)).isFalse();
    }

    @Test
    void aCutIsSearchedAtOnce() {
        schedule.ran(50 * MILLI, 50 * MILLI);
        schedule.newScene();
        assertThat(schedule.atOnce(200 * MILLI)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 40, 300, 4_000})
    void itTakesASixteenthOfTheTime(long millis) {
        assertThat(share(millis * MILLI, false, false)).isLessThan(0.08);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 40, 300, 4_000})
    void aQuarterWhileSomebodyIsLookedFor(long millis) {
        assertThat(share(millis * MILLI, false, true)).isLessThan(0.28);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 40, 300, 4_000})
    void lessThanHalfWhereEveryFrameIsACut(long millis) {
        assertThat(share(millis * MILLI, true, true)).isLessThan(0.4);
    }

    /// Nobody would be on the stage meanwhile, and where the machine is busy that is a second or two.
    @Test
    void aCutNeedNotWaitForARunThatNoFrameWaitedFor() {
        schedule.ran(100 * MILLI, 100 * MILLI);
        schedule.waited(100 * MILLI, 100 * MILLI);
        schedule.ran(2_000 * MILLI, 1_000 * MILLI);
        schedule.newScene();
        assertThat(schedule.atOnce(2_033 * MILLI)).isTrue();
    }

    @Test
    void aCutThatHadToWaitIsNotForgotten() {
        schedule.ran(100 * MILLI, 100 * MILLI);
        schedule.waited(100 * MILLI, 100 * MILLI);
        schedule.newScene();
        assertThat(schedule.atOnce(150 * MILLI)).isFalse();
        assertThat(schedule.atOnce(301 * MILLI)).isTrue();
    }

    /// When runs of `took` begin while everyone known stays in sight and the runs tell nothing new.
    private List<Long> begun(long took, long from, long seconds) {
        List<Long> begun = new ArrayList<>();
        for (long now = from; now < from + seconds * 1_000 * MILLI; now += FRAME) {
            if (!schedule.due(now, false)) continue;
            begun.add(now);
            schedule.ran(now + took, took);
            schedule.found(false);
        }
        return begun;
    }

    /// The gaps between runs, each including one run and at most a frame.
    private static List<Long> gaps(List<Long> begun) {
        return IntStream.range(1, begun.size())
                .mapToObj(i -> begun.get(i) - begun.get(i - 1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 40, 65, 110})
    void whereNothingChangesItLooksEveryTwoSeconds(long millis) {
        long took = millis * MILLI;
        List<Long> gaps = gaps(begun(took, 0, 30));
        assertThat(gaps.getLast()).isBetween(2_000 * MILLI, 2_000 * MILLI + took + FRAME);
        assertThat(gaps).allMatch(gap -> gap <= 2_000 * MILLI + took + FRAME);
        // One person keeps 0.95 of the rate: on two cores half of this is taken from the poses.
        assertThat(took / (double) gaps.getLast()).isLessThan(0.055);
    }

    /// A sixteenth of the time is more than two seconds apart already.
    @Test
    void aSlowFinderDoesNotWaitLonger() {
        long took = 400 * MILLI;
        assertThat(gaps(begun(took, 0, 60)))
                .allMatch(gap -> gap >= 16 * took - FRAME && gap <= 16 * took + FRAME);
    }

    @Test
    void someoneNewOrGoneOrACutEndsThePatience() {
        long took = 40 * MILLI;
        long last = begun(took, 0, 20).getLast() + took;
        assertThat(schedule.due(last + 700 * MILLI, false)).isFalse();
        schedule.found(true);
        assertThat(schedule.due(last + 700 * MILLI, false)).isTrue();
        last = begun(took, last + 700 * MILLI, 20).getLast() + took;
        assertThat(schedule.due(last + 250 * MILLI, false)).isFalse();
        assertThat(schedule.due(last + 250 * MILLI, true)).isTrue();
        assertThat(schedule.due(last + 700 * MILLI, false)).isTrue();
        last = begun(took, last + 700 * MILLI, 20).getLast() + took;
        schedule.newScene();
        assertThat(schedule.atOnce(last + 100 * MILLI)).isTrue();
    }

    /// A crowd's poses take many times as long as finding them, and every frame is a cut.
    @ParameterizedTest
    @ValueSource(longs = {5, 40, 300})
    void thePosesOfThoseFoundCountToo(long millis) {
        long took = millis * MILLI;
        long busy = 0;
        long now = 0;
        while (now < 1_000 * took) {
            schedule.newScene();
            if (schedule.atOnce(now)) {
                schedule.ran(now + took, took);
                now += 20 * took;
                busy += 20 * took;
                schedule.waited(now, 20 * took);
            }
            now += FRAME;
        }
        assertThat(busy / (double) now).isLessThan(0.4);
    }
}
