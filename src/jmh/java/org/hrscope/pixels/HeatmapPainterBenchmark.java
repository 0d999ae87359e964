package org.hrscope.pixels;

import java.util.BitSet;
import java.util.Random;
import org.hrscope.domain.Heatmaps;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// 17 heatmaps of 64x48 to 256x192 pixels.
@State(Scope.Thread)
public class HeatmapPainterBenchmark {
    private final HeatmapPainter painter = new HeatmapPainter();
    private final BitSet joints = new BitSet();
    private final int[] pixels = new int[64 * 48 * HeatmapPainter.SCALE * HeatmapPainter.SCALE];
    private Heatmaps maps;

    @Setup
    public void noise() {
        float[] values = new float[17 * 64 * 48];
        Random chance = new Random(1);
        for (int i = 0; i < values.length; i++) values[i] = chance.nextFloat();
        maps = new Heatmaps(17, 64, 48, values);
        joints.set(0, 17);
    }

    @Benchmark
    public int[] maximum() {
        painter.maximum(maps, joints, ColorMap.MAGMA, pixels);
        return pixels;
    }

    @Benchmark
    public int[] hues() {
        painter.hues(maps, joints, pixels);
        return pixels;
    }
}
