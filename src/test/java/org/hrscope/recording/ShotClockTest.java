package org.hrscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrscope.domain.Frame;
import org.junit.jupiter.api.Test;

class ShotClockTest {
    private static final long MILLI = 1_000_000;

    private final ShotClock clock = new ShotClock();

    private long at(String name, long index, long position, long arrival) {
        Frame.Origin origin = new Frame.Origin(name, index, position * MILLI);
        return clock.at(origin, arrival * MILLI) / MILLI;
    }

    @Test
    void timesAreTheSourcesOwn() {
        assertThat(at("a", 7, 280, 1000)).isZero();
        assertThat(at("a", 8, 313, 1090)).isEqualTo(33);
        assertThat(at("a", 11, 440, 1100)).isEqualTo(160);
    }

    @Test
    void thePausedFrameComesOnce() {
        assertThat(at("a", 7, 280, 1000)).isZero();
        assertThat(clock.at(new Frame.Origin("a", 7, 280 * MILLI), 5000 * MILLI)).isNegative();
        assertThat(at("a", 8, 320, 9000)).isEqualTo(40);
    }

    @Test
    void whereTheSourceJumpsTheTimeThatPassedStandsIn() {
        assertThat(at("a", 90, 3600, 1000)).isZero();
        assertThat(at("a", 0, 0, 1050)).isEqualTo(50);
        assertThat(at("a", 1, 40, 1090)).isEqualTo(90);
        assertThat(at("b", 1, 80, 1160)).isEqualTo(160);
        assertThat(at("b", 500, 20_080, 1260)).isEqualTo(260);
    }
}
