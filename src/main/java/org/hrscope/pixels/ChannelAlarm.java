package org.hrscope.pixels;

import java.nio.FloatBuffer;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Tensor;

/// What is suspicious in the channels of a feature map. A channel counts once, NaN before infinite before dead.
///
/// @param nan      channels with a NaN
/// @param infinite channels with an infinite value
/// @param dead     channels that are zero everywhere
/// @param channels of the map
public record ChannelAlarm(int nan, int infinite, int dead, int channels) {

    /// @param value NCHW, of one image
    public static ChannelAlarm of(Tensor value) {
        int cells = value.shape().size(2) * value.shape().size(3);
        return of(value.values(), value.shape().size(1), cells);
    }

    public static ChannelAlarm of(FeatureMaps maps) {
        return of(FloatBuffer.wrap(maps.values()), maps.channels(), maps.cells());
    }

    private static ChannelAlarm of(FloatBuffer values, int channels, int cells) {
        float[] plane = new float[cells];
        int nan = 0;
        int infinite = 0;
        int dead = 0;
        for (int channel = 0; channel < channels; channel++) {
            values.get(channel * cells, plane);
            // A sum of absolute values is NaN if one is, infinite if one is, zero only if all are;
            // finite values this large that it overflows are none.
            double sum = 0;
            for (float each : plane) sum += Math.abs(each);
            if (Double.isNaN(sum)) nan++;
            else if (Double.isInfinite(sum)) infinite++;
            else if (sum == 0) dead++;
        }
        return new ChannelAlarm(nan, infinite, dead, channels);
    }

    /// Without so many dead channels, which somebody has cut.
    public ChannelAlarm without(int cut) {
        return new ChannelAlarm(nan, infinite, Math.max(0, dead - cut), channels);
    }

    /// NaN or infinite: something is broken.
    public boolean broken() {
        return nan + infinite > 0;
    }

    public boolean any() {
        return broken() || dead > 0;
    }
}
