package org.hrscope.capture.figure;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// The bundled network must recognise the figure, given its box: official crop, plain heatmap peaks.
class BundledNetworkKnowsTheFigureTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    @Test
    void findsItsJoints() throws OrtException {
        DemoFigure figure = new DemoFigure(DemoSource.SEED, WIDTH, HEIGHT);
        ByteBuffer picture = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4);
        int seen = 0;
        int found = 0;
        try (OrtSession session =
                OrtEnvironment.getEnvironment()
                        .createSession("models/hrnet_w16_coco17_256x192.onnx")) {
            for (long index = 0; index < 1080; index += 18) {
                figure.paint(index, picture);
                List<Keypoint> truth = figure.truth(index);
                BoundingBox box = around(truth).withAspect(0.75).scaled(1.25);
                float[][][] heatmaps = run(session, crop(picture, box));
                for (int joint = 0; joint < 17; joint++) {
                    Keypoint there = truth.get(joint);
                    if (there.score() == 0) continue;
                    seen++;
                    Keypoint peak = peak(heatmaps[joint], box);
                    double off = Math.hypot(peak.x() - there.x(), peak.y() - there.y());
                    if (off < 0.1 * figure.figureHeight(index)) found++;
                }
            }
        }
        assertThat((double) found / seen).isGreaterThanOrEqualTo(0.85);
    }

    private static BoundingBox around(List<Keypoint> joints) {
        var x = joints.stream().mapToDouble(Keypoint::x).summaryStatistics();
        var y = joints.stream().mapToDouble(Keypoint::y).summaryStatistics();
        double width = x.getMax() - x.getMin();
        double height = y.getMax() - y.getMin();
        return new BoundingBox(x.getMin(), y.getMin(), width, height).scaled(1.1);
    }

    private static float[] crop(ByteBuffer picture, BoundingBox box) {
        double scale = 192 / box.width();
        Mat whole = new Mat(HEIGHT, WIDTH, CvType.CV_8UC4, picture);
        Mat affine = new Mat(2, 3, CvType.CV_64F);
        Mat crop = new Mat();
        try {
            affine.put(0, 0, scale, 0, -box.x() * scale, 0, scale, -box.y() * scale);
            Imgproc.warpAffine(whole, crop, affine, new Size(192, 256));
            byte[] bgra = new byte[256 * 192 * 4];
            crop.get(0, 0, bgra);
            float[] planes = new float[3 * 256 * 192];
            for (int i = 0; i < planes.length; i++) {
                int channel = i / (256 * 192);
                int value = bgra[i % (256 * 192) * 4 + 2 - channel] & 255;
                planes[i] = (value / 255f - MEAN[channel]) / DEVIATION[channel];
            }
            return planes;
        } finally {
            whole.release();
            affine.release();
            crop.release();
        }
    }

    private static float[][][] run(OrtSession session, float[] planes) throws OrtException {
        long[] shape = {1, 3, 256, 192};
        try (OnnxTensor image =
                        OnnxTensor.createTensor(
                                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(planes), shape);
                OrtSession.Result result = session.run(Map.of("image", image))) {
            return ((float[][][][]) result.get(0).getValue())[0];
        }
    }

    private static Keypoint peak(float[][] heatmap, BoundingBox box) {
        Keypoint best = new Keypoint(0, 0, Double.NEGATIVE_INFINITY);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 48; x++) {
                if (heatmap[y][x] <= best.score()) continue;
                best =
                        new Keypoint(
                                box.x() + x / 48.0 * box.width(),
                                box.y() + y / 64.0 * box.height(),
                                heatmap[y][x]);
            }
        }
        return best;
    }
}
