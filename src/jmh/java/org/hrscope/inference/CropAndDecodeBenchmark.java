package org.hrscope.inference;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.pixels.CropGeometry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A 256x192 crop out of frames of two sizes, and 17 joints out of their heatmaps by each decoder.
public class CropAndDecodeBenchmark {
    private static final ModelInfo MODEL = ModelInfos.of(192, 256, 17);

    @State(Scope.Thread)
    public static class Crop {
        @Param({"640x480", "1920x1080"})
        public String size;

        private final CropPreprocessor preprocessor = new CropPreprocessor(MODEL);
        private final FloatBuffer input = FloatBuffer.allocate(3 * 256 * 192);
        private Frame frame;
        private CropGeometry geometry;

        @Setup
        public void frame() {
            int width = Integer.parseInt(size.split("x")[0]);
            int height = Integer.parseInt(size.split("x")[1]);
            ByteBuffer pixels = ByteBuffer.allocateDirect(width * height * 4);
            byte[] noise = new byte[pixels.capacity()];
            new Random(1).nextBytes(noise);
            pixels.put(noise).clear();
            frame = new Frame(width, height, pixels, new Frame.Origin("noise", 0, 0), () -> {});
            BoundingBox box = BoundingBox.wholePicture(width, height);
            geometry = CropGeometry.of(box, MODEL, Decoder.QUARTER);
        }
    }

    @State(Scope.Thread)
    public static class Maps {
        @Param({"QUARTER", "DARK", "UDP"})
        public Decoder decoder;

        private Heatmaps maps;
        private HeatmapDecoder reader;
        private CropGeometry geometry;

        @Setup
        public void peaks() {
            float[] values = new float[17 * 64 * 48];
            for (int joint = 0; joint < 17; joint++) {
                for (int y = 0; y < 64; y++) {
                    for (int x = 0; x < 48; x++) {
                        double square = Math.pow(x - 7.3 - 2 * joint, 2) + Math.pow(y - 20.6, 2);
                        values[(joint * 64 + y) * 48 + x] = (float) Math.exp(-square / 8);
                    }
                }
            }
            maps = new Heatmaps(17, 64, 48, values);
            reader = HeatmapDecoder.of(decoder);
            geometry =
                    CropGeometry.of(BoundingBox.wholePicture(640, 480), MODEL, Decoder.QUARTER);
        }
    }

    @Benchmark
    public FloatBuffer crop(Crop crop) {
        crop.preprocessor.fill(crop.frame, crop.geometry.toInput(), crop.input);
        return crop.input;
    }

    @Benchmark
    public List<Keypoint> decode(Maps maps) {
        return maps.reader.decode(maps.maps, maps.geometry.fromHeatmap());
    }
}
