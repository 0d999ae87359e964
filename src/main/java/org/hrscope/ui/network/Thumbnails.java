package org.hrscope.ui.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ChannelAlarm;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.CropPicture;
import org.jspecify.annotations.Nullable;

/// Renders thumbnails of values on the follower's thread; the window takes the newest. Each is stretched from its
/// 1st to its 99th percentile, because a few border cells would darken all others; the input is shown as the image it
/// is.
final class Thumbnails implements ActivationFollower.Glance {
    /// Small maps are scaled up to about this height without interpolation, so that cells stay sharp.
    private static final int HEIGHT = 96;

    /// Share of the values clipped at either end.
    private static final double CLIPPED = 0.01;

    /// @param argb 0xAARRGGBB, row by row
    /// @param alarm what is suspicious in the values; null for the input
    record Picture(int width, int height, int[] argb, @Nullable ChannelAlarm alarm) {
        Picture(int width, int height, int[] argb) {
            this(width, height, argb, null);
        }

        Picture with(ChannelAlarm found) {
            return new Picture(width, height, argb, found);
        }
    }

    private final AtomicReference<@Nullable Map<String, Picture>> newest = new AtomicReference<>();
    private volatile int channel = NetworkViewModel.MEAN;

    /// Takes effect with the next values.
    void channel(int chosen) {
        channel = chosen;
    }

    /// Thumbnails made since the last call, by value name; null if none.
    @Nullable Map<String, Picture> poll() {
        return newest.getAndSet(null);
    }

    @Override
    public void at(PipelineResult result, Map<String, Tensor> values) {
        Map<String, Picture> made = new HashMap<>();
        ModelInfo model = result.model();
        int chosen = channel;
        values.forEach((name, value) -> {
            if (value.shape().rank() != 4) return;
            if (name.equals(model.input())) made.put(name, crop(value, model));
            else if (chosen < value.shape().size(1))
                made.put(name, map(value, chosen).with(ChannelAlarm.of(value)));
        });
        newest.set(made);
    }

    /// @param channel or the mean over all channels
    static Picture map(Tensor value, int channel) {
        Shape shape = value.shape();
        int height = shape.size(2);
        int width = shape.size(3);
        float[] shown = new float[height * width];
        if (channel == NetworkViewModel.MEAN) sum(value.values(), shown, shape.size(1));
        else value.values().get(channel * shown.length, shown);
        float[] sorted = shown.clone();
        Arrays.sort(sorted);
        int cut = (int) Math.round(CLIPPED * (sorted.length - 1));
        float low = sorted[cut];
        float range = sorted[sorted.length - 1 - cut] - low;
        int[] colours = new int[shown.length];
        for (int i = 0; i < shown.length; i++) {
            float share = range > 0 ? (shown[i] - low) / range : 0;
            colours[i] = 0xff000000 | ColorMap.VIRIDIS.rgb(share);
        }
        return enlarged(colours, width, height);
    }

    private static void sum(FloatBuffer values, float[] into, int channels) {
        float[] one = new float[into.length];
        for (int c = 0; c < channels; c++) {
            values.get(c * one.length, one);
            for (int i = 0; i < one.length; i++) into[i] += one[i];
        }
    }

    private static Picture enlarged(int[] colours, int width, int height) {
        int times = Math.max(1, HEIGHT / height);
        int[] large = new int[colours.length * times * times];
        int wide = width * times;
        for (int y = 0; y < height; y++) {
            int start = y * times * wide;
            for (int x = 0; x < width; x++) {
                int at = start + x * times;
                Arrays.fill(large, at, at + times, colours[y * width + x]);
            }
            for (int i = 1; i < times; i++) {
                System.arraycopy(large, start, large, start + i * wide, wide);
            }
        }
        return new Picture(wide, height * times, large);
    }

    private static Picture crop(Tensor value, ModelInfo model) {
        int height = value.shape().size(2);
        int width = value.shape().size(3);
        return new Picture(width, height, CropPicture.of(value, model));
    }
}
