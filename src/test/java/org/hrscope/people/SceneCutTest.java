package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntBinaryOperator;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;

class SceneCutTest {
    private final SceneCut cut = new SceneCut();

    private boolean at(IntBinaryOperator colour) {
        try (Frame frame = Pictures.painted(320, 180, colour)) {
            return cut.at(frame);
        }
    }

    private static int grey(double level) {
        int g = (int) Math.clamp(level, 0, 255);
        return 0xff000000 | g * 0x010101;
    }

    /// Smooth bumps of light, shifted sideways.
    private static IntBinaryOperator hills(double shift, double gain, double lift) {
        return (x, y) ->
                grey(lift + gain * (120 + 80 * Math.sin((x + shift) / 40.0) * Math.cos(y / 30.0)));
    }

    @Test
    void anotherSceneIsOne() {
        assertThat(at(hills(0, 1, 0))).as("the first picture is no cut").isFalse();
        assertThat(at((x, y) -> grey(x < y ? 230 : 20))).isTrue();
        assertThat(at((x, y) -> grey(x < y ? 230 : 20))).isFalse();
    }

    @Test
    void lightThatGoesOnIsNone() {
        at(hills(0, 1, 0));
        assertThat(at(hills(0, 0.4, 10))).isFalse();
        assertThat(at(hills(0, 1, 40))).isFalse();
    }

    @Test
    void aSlowPanIsNone() {
        for (int n = 0; n < 40; n++) assertThat(at(hills(8 * n, 1, 0))).isFalse();
    }

    @Test
    void somebodyWhoWalksThroughIsNotOne() {
        for (int n = 0; n < 40; n++) {
            int left = 8 * n;
            IntBinaryOperator hills = hills(0, 1, 0);
            boolean walking =
                    at((x, y) ->
                            x > left && x < left + 90 && y > 20
                                    ? grey(10)
                                    : hills.applyAsInt(x, y));
            assertThat(walking).isFalse();
        }
    }

    @Test
    void noiseInTheDarkIsNone() {
        java.util.Random random = new java.util.Random(1);
        for (int n = 0; n < 10; n++) {
            assertThat(at((x, y) -> grey(random.nextInt(24)))).isFalse();
        }
    }

    @Test
    void theDemoFigureMakesNone() throws Problem, InterruptedException {
        try (DemoSource source = new DemoSource()) {
            for (int n = 0; n < 120; n++) {
                try (Frame frame = source.next()) {
                    assertThat(cut.at(frame)).isFalse();
                }
            }
        }
    }

    @Test
    void picturesOfAnyShape() {
        try (Frame dot = Pictures.plain(1, 1, 0xffffffff);
                Frame line = Pictures.plain(5000, 8, 0xff000000)) {
            assertThat(cut.at(dot)).isFalse();
            assertThat(cut.at(line)).isTrue();
        }
    }
}
