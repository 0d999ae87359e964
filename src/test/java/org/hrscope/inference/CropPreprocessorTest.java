package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
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

    /// Any box, any frame, black and grey outside: bit by bit what the definition gives, in the order of its terms.
    @Test
    void everyValueIsWhatTheDefinitionGives() {
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            int wide = 1 + random.nextInt(70);
            int high = 1 + random.nextInt(50);
            int outside = round % 2 == 0 ? 0 : 104;
            PixelFormat format =
                    new PixelFormat(
                            List.of(0.485f, 0.456f, 0.406f),
                            List.of(0.229f, 0.224f, 0.225f),
                            round % 3 > 0,
                            outside);
            AffineTransform2D toInput =
                    AffineTransform2D.scaleThenShift(
                            0.1 + 3 * random.nextDouble(),
                            0.1 + 3 * random.nextDouble(),
                            20 * random.nextDouble() - 10,
                            20 * random.nextDouble() - 10);
            FloatBuffer input = FloatBuffer.allocate(3 * 37 * 21);
            try (Frame frame = noise(wide, high, random)) {
                new CropPreprocessor(37, 21, format).fill(frame, toInput, input);
                for (int i = 0; i < input.capacity(); i++) {
                    float value = defined(frame, toInput.inverse(), format, i);
                    assertThat(input.get(i)).as("round %d, value %d", round, i).isEqualTo(value);
                }
            }
        }
    }

    private static Frame noise(int width, int height, Random random) {
        byte[] noise = new byte[width * height * 4];
        random.nextBytes(noise);
        Frame.Origin origin = new Frame.Origin("noise", 0, 0);
        return new FramePool().frame(width, height, origin, pixels -> pixels.put(noise));
    }

    private static float defined(
            Frame frame, AffineTransform2D toFrame, PixelFormat format, int i) {
        int channel = i / (37 * 21);
        double x = toFrame.a() * (i % 37) + toFrame.c();
        double y = toFrame.e() * (i / 37 % 21) + toFrame.f();
        int byteOf = format.rgb() ? 2 - channel : channel;
        float sum = 0;
        for (int dy = 0; dy < 2; dy++) {
            for (int dx = 0; dx < 2; dx++) {
                int column = (int) Math.floor(x) + dx;
                int row = (int) Math.floor(y) + dy;
                float weight = share(y, dy, frame.height()) * share(x, dx, frame.width());
                int at = (row * frame.width() + column) * 4 + byteOf;
                if (weight > 0) sum += (frame.pixels().get(at) & 255) * weight;
            }
        }
        float inside =
                (share(y, 0, frame.height()) + share(y, 1, frame.height()))
                        * (share(x, 0, frame.width()) + share(x, 1, frame.width()));
        int rounded = (int) (sum + format.outside() * (1 - inside) + 0.5f);
        return (rounded / 255f - format.mean().get(channel)) / format.std().get(channel);
    }

    /// Of the frame pixel before or after `at`.
    private static float share(double at, int after, int size) {
        double pixel = Math.floor(at) + after;
        float share = (float) (at - Math.floor(at));
        if (pixel < 0 || pixel >= size) return 0;
        return after == 1 ? share : 1 - share;
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
