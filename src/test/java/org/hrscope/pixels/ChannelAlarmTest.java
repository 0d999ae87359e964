package org.hrscope.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrscope.domain.FeatureMaps;
import org.junit.jupiter.api.Test;

class ChannelAlarmTest {
    /// Five channels of two cells; nothing else is told of them.
    private static ChannelAlarm of(float... values) {
        return ChannelAlarm.of(new FeatureMaps(values.length / 2, 1, 2, values));
    }

    @Test
    void eachChannelCountsOnce() {
        float nan = Float.NaN;
        float infinite = Float.NEGATIVE_INFINITY;
        ChannelAlarm alarm = of(1, 2, nan, infinite, infinite, 0, 0, -0f, 0, 1e-38f);
        assertThat(alarm).isEqualTo(new ChannelAlarm(1, 1, 1, 5));
        assertThat(alarm.broken()).isTrue();
    }

    @Test
    void soundChannelsRaiseNone() {
        assertThat(of(1, -1, Float.MAX_VALUE, Float.MAX_VALUE).any()).isFalse();
        assertThat(of(0, 0).any()).isTrue();
        assertThat(of(0, 0).broken()).isFalse();
    }
}
