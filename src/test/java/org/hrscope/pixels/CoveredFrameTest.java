package org.hrscope.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.IntStream;
import org.hrscope.domain.Frame;
import org.hrscope.pixels.Cover.Dab;
import org.hrscope.pixels.Cover.Fill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Covered pixels are hidden, all others are as they were.
class CoveredFrameTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 43;

    private static Frame noise(long seed) {
        byte[] bytes = new byte[WIDTH * HEIGHT * 4];
        new Random(seed).nextBytes(bytes);
        for (int i = 3; i < bytes.length; i += 4) bytes[i] = (byte) 255;
        ByteBuffer pixels = ByteBuffer.allocateDirect(bytes.length).put(0, bytes);
        return new Frame(WIDTH, HEIGHT, pixels, new Frame.Origin("n", 0, 0), () -> {});
    }

    private static int pixel(Frame frame, int x, int y) {
        int at = (y * WIDTH + x) * 4;
        ByteBuffer all = frame.pixels();
        return (all.get(at + 3) & 255) << 24
                | (all.get(at + 2) & 255) << 16
                | (all.get(at + 1) & 255) << 8
                | all.get(at) & 255;
    }

    @ParameterizedTest
    @EnumSource(Fill.class)
    void onlyWhatTheBrushTouchedChanges(Fill fill) {
        Frame frame = noise(5);
        Cover cover = Cover.NONE.with(fill).with(new Dab(20.5, 17.25, 33.5, 22, 5.5));
        CoveredFrame covered = CoveredFrame.of(frame, cover);
        CoveredFrame.Patch patch = covered.patch();
        int changed = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double along = Math.clamp((x - 20.5) / 13, 0, 1);
                double off = Math.hypot(x - 20.5 - 13 * along, y - 17.25 - 4.75 * along);
                int was = pixel(frame, x, y);
                int now = pixel(covered.frame(), x, y);
                if (off > 8.5) assertThat(now).as(x + " " + y).isEqualTo(was);
                if (now != was) changed++;
                int px = x - patch.x();
                int py = y - patch.y();
                boolean within = px >= 0 && py >= 0 && px < patch.width() && py < patch.height();
                int shown = within ? patch.argb()[py * patch.width() + px] : 0;
                // The patch laid over the bare frame is the covered frame.
                assertThat(shown == 0 ? was : shown).as(x + " " + y).isEqualTo(now);
                if (off < 3.5) assertThat(shown).as(x + " " + y).isNotZero();
            }
        }
        assertThat(changed).isGreaterThan(150);
        assertThat(covered.frame().origin()).isEqualTo(frame.origin());
    }

    @Test
    void theMeanIsTheMean() {
        Frame frame = noise(6);
        Cover cover = Cover.NONE.with(new Dab(10, 10, 10, 10, 4));
        int hidden = pixel(CoveredFrame.of(frame, cover).frame(), 10, 10);
        double green =
                IntStream.range(0, WIDTH * HEIGHT)
                        .map(i -> pixel(frame, i % WIDTH, i / WIDTH) >> 8 & 255)
                        .average()
                        .orElseThrow();
        assertThat((double) (hidden >> 8 & 255)).isBetween(green - 0.6, green + 0.6);
        assertThat(hidden >>> 24).isEqualTo(255);
    }

    @Test
    void noiseIsTheSameEveryTime() {
        Frame frame = noise(7);
        Cover cover = Cover.NONE.with(Fill.NOISE).with(new Dab(3, 3, 50, 40, 6));
        assertThat(CoveredFrame.of(frame, cover).patch().argb())
                .isEqualTo(CoveredFrame.of(frame, cover).patch().argb());
    }

    @Test
    void whatLiesOutsideCoversNothing() {
        Frame frame = noise(8);
        CoveredFrame covered =
                CoveredFrame.of(frame, Cover.NONE.with(new Dab(-80, -90, -70, -90, 9)));
        assertThat(covered.patch().width()).isZero();
        assertThat(covered.frame().pixels()).isEqualTo(frame.pixels());
        Cover edge = Cover.NONE.with(new Dab(WIDTH + 2, HEIGHT / 2.0, WIDTH + 9, 4, 6));
        assertThat(CoveredFrame.of(frame, edge).patch().width()).isPositive();
    }
}
