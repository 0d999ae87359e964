package org.hrscope.capture.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoScenesTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;

    @ParameterizedTest
    @EnumSource
    void aSceneIsFoundByItsNameAndShowsSomething(DemoScene scene) throws Exception {
        SourceSpec spec = new SourceSpec.Demo(scene);
        assertThat(SourceSpec.parse(spec.text())).isEqualTo(spec);
        try (FrameSource source = DemoScenes.open(scene, WIDTH, HEIGHT)) {
            try (Frame frame = source.next()) {
                assertThat(frame.width()).isEqualTo(WIDTH);
                assertThat(frame.origin().index()).isZero();
                Set<Integer> colours = new HashSet<>();
                ByteBuffer pixels = frame.pixels();
                for (int i = 0; i < WIDTH * HEIGHT; i++) colours.add(pixels.getInt(4 * i));
                assertThat(colours).hasSizeGreaterThan(200);
            }
            if (scene.still()) assertThat(source.next()).isNull();
            assertThat(source.info().frames()).isEqualTo(scene.still() ? 1 : 0);
        }
    }

    /// The same action again after six seconds, while frames go on being counted.
    @Test
    void anActionIsRepeated() throws Exception {
        try (FrameSource source = DemoScenes.open(DemoScene.SQUAT, WIDTH, HEIGHT)) {
            source.seek(70);
            byte[] once = pixels(source);
            source.seek(70 + Timeline.CLIP);
            assertThat(pixels(source)).isEqualTo(once);
            source.seek(20);
            assertThat(pixels(source)).isNotEqualTo(once);
        }
    }

    /// Whoever chooses from the gallery sees what each is about.
    @Test
    void noTwoSamplesLookAlike() {
        for (DemoScene one : DemoScene.values()) {
            for (DemoScene other : DemoScene.values()) {
                if (one.compareTo(other) >= 0 || one == DemoScene.ALL) continue;
                assertThat(unlike(one, other)).as(one + " and " + other).isGreaterThan(0.02);
            }
        }
    }

    /// The share of pixels that plainly differ.
    private static double unlike(DemoScene one, DemoScene other) {
        ByteBuffer a = DemoScenes.picture(one, WIDTH, HEIGHT);
        ByteBuffer b = DemoScenes.picture(other, WIDTH, HEIGHT);
        int differ = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int most = 0;
            for (int channel = 0; channel < 3; channel++) {
                int at = 4 * i + channel;
                most = Math.max(most, Math.abs((a.get(at) & 255) - (b.get(at) & 255)));
            }
            if (most > 40) differ++;
        }
        return (double) differ / (WIDTH * HEIGHT);
    }

    private static byte[] pixels(FrameSource source) throws Exception {
        try (Frame frame = source.next()) {
            byte[] all = new byte[WIDTH * HEIGHT * 4];
            frame.pixels().get(0, all);
            return all;
        }
    }
}
