package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Task;
import org.junit.jupiter.api.Test;

class CropPreprocessorTest {
    private static ModelInfo model(boolean rgb) {
        return new ModelInfo(
                "test",
                "in",
                "out",
                4,
                4,
                4,
                4,
                List.of(0f, 0f, 0f),
                List.of(1f, 1f, 1f),
                rgb,
                Skeleton.numbered(1),
                Decoder.QUARTER,
                Task.POSE);
    }

    /// Blue is 10 x, green 10 y, red 200.
    private static Frame ramp() {
        return new FramePool()
                .frame(
                        4,
                        4,
                        new Frame.Origin("ramp", 0, 0),
                        pixels -> {
                            for (int i = 0; i < 16; i++) {
                                pixels.put((byte) (10 * (i % 4)))
                                        .put((byte) (10 * (i / 4)))
                                        .put((byte) 200)
                                        .put((byte) 255);
                            }
                        });
    }

    private static FloatBuffer fill(ModelInfo model, AffineTransform2D toInput) {
        FloatBuffer input = FloatBuffer.allocate(48);
        try (Frame frame = ramp()) {
            new CropPreprocessor(model).fill(frame, toInput, input);
        }
        return input;
    }

    private static double at(FloatBuffer input, int channel, int y, int x) {
        return input.get(channel * 16 + y * 4 + x) * 255;
    }

    @Test
    void theIdentityCopiesChannelsInTheModelsOrder() {
        FloatBuffer rgb = fill(model(true), AffineTransform2D.IDENTITY);
        FloatBuffer bgr = fill(model(false), AffineTransform2D.IDENTITY);
        assertThat(at(rgb, 0, 3, 2)).isCloseTo(200, within(1e-3));
        assertThat(at(rgb, 1, 3, 2)).isCloseTo(30, within(1e-3));
        assertThat(at(rgb, 2, 3, 2)).isCloseTo(20, within(1e-3));
        assertThat(at(bgr, 0, 3, 2)).isCloseTo(20, within(1e-3));
        assertThat(at(bgr, 2, 3, 2)).isCloseTo(200, within(1e-3));
    }

    @Test
    void betweenPixelsItIsBilinear() {
        FloatBuffer input = fill(model(false), AffineTransform2D.scaleThenShift(1, 1, -0.5, 0));
        assertThat(at(input, 0, 0, 0)).isCloseTo(5, within(1e-3));
        assertThat(at(input, 0, 0, 1)).isCloseTo(15, within(1e-3));
    }

    @Test
    void outsideItIsBlackAndTheEdgeFadesOverOnePixel() {
        FloatBuffer input = fill(model(true), AffineTransform2D.scaleThenShift(1, 1, 1.5, 0));
        assertThat(at(input, 0, 0, 0)).isZero();
        assertThat(at(input, 0, 0, 1)).isCloseTo(100, within(1e-3));
        assertThat(at(input, 0, 0, 2)).isCloseTo(200, within(1e-3));
    }

    @Test
    void mirroringTwiceChangesNothing() {
        CropPreprocessor preprocessor = new CropPreprocessor(model(true));
        FloatBuffer input = fill(model(true), AffineTransform2D.IDENTITY);
        float first = input.get(32);
        preprocessor.mirror(input);
        assertThat(input.get(35)).isEqualTo(first);
        preprocessor.mirror(input);
        assertThat(input.get(32)).isEqualTo(first);
    }
}
