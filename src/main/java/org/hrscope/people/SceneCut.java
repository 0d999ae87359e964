package org.hrscope.people;

import java.nio.ByteBuffer;
import org.hrscope.domain.Frame;
import org.jspecify.annotations.Nullable;

/// Detects scene cuts by the correlation of two small grey thumbnails. Motion within a scene and changing light
/// correlate better than a cut does. Costs a few thousand pixels per frame. One thread.
public final class SceneCut {
    private static final int COLUMNS = 32;
    private static final int ROWS = 18;

    /// Samples per cell in each direction: a single one is noise.
    private static final int SAMPLES = 3;

    /// Correlation below which two thumbnails differ.
    private static final double ALIKE = 0.5;

    /// Mean difference, of 255 levels, below which nothing has changed: noise in the dark does not correlate
    /// either.
    private static final double CHANGED = 12;

    private float @Nullable [] before;

    /// Whether this frame starts a new scene; false for the first frame.
    public boolean at(Frame frame) {
        float[] last = before;
        float[] now = small(frame);
        before = now;
        return last != null && difference(last, now) > CHANGED && correlation(last, now) < ALIKE;
    }

    private static float[] small(Frame frame) {
        ByteBuffer pixels = frame.pixels();
        float[] small = new float[COLUMNS * ROWS];
        for (int row = 0; row < ROWS * SAMPLES; row++) {
            int y = (int) ((row + 0.5) * frame.height() / (ROWS * SAMPLES));
            for (int column = 0; column < COLUMNS * SAMPLES; column++) {
                int x = (int) ((column + 0.5) * frame.width() / (COLUMNS * SAMPLES));
                int at = (y * frame.width() + x) * 4;
                int grey =
                        (pixels.get(at) & 255)
                                + 2 * (pixels.get(at + 1) & 255)
                                + (pixels.get(at + 2) & 255);
                small[row / SAMPLES * COLUMNS + column / SAMPLES] +=
                        grey / (4f * SAMPLES * SAMPLES);
            }
        }
        return small;
    }

    private static double difference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
        return sum / a.length;
    }

    /// 0 if either is constant.
    private static double correlation(float[] a, float[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            double x = a[i] - meanA;
            double y = b[i] - meanB;
            product += x * y;
            squareA += x * x;
            squareB += y * y;
        }
        double both = Math.sqrt(squareA * squareB);
        return both < 1e-6 ? 0 : product / both;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) sum += value;
        return sum / values.length;
    }
}
