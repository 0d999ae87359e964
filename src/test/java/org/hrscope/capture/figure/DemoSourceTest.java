package org.hrscope.capture.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.hrscope.domain.Frame;
import org.junit.jupiter.api.Test;

class DemoSourceTest {
    @Test
    void framesAreNumberedAndThirtyASecond() {
        try (DemoSource source = new DemoSource(3, 320, 180)) {
            assertThat(source.info().name()).isEqualTo("demo");
            assertThat(source.info().frames()).isZero();
            assertThat(source.info().framesPerSecond()).isEqualTo(30);
            assertThat(source.info().live()).isFalse();
            for (long index = 0; index < 4; index++) check(source, index);
            source.seek(9000);
            check(source, 9000);
            check(source, 9001);
        }
    }

    /// Two scenes, covering still, panning and fading backdrops, with buffers reused throughout.
    @Test
    void whatWasPaintedBeforeLeavesNoTrace() {
        try (DemoSource source = new DemoSource(3, 320, 180)) {
            for (long index = 0; index < 2 * Timeline.SCENE + 60; index += 3) {
                source.seek(index);
                check(source, index);
            }
        }
    }

    private static void check(DemoSource source, long index) {
        ByteBuffer expected = ByteBuffer.allocateDirect(320 * 180 * 4);
        source.figure().paint(index, expected);
        try (Frame frame = source.next()) {
            assertThat(frame.origin().index()).isEqualTo(index);
            assertThat(frame.origin().positionNanos()).isEqualTo(index * 1_000_000_000L / 30);
            assertThat(frame.width()).isEqualTo(320);
            assertThat(frame.height()).isEqualTo(180);
            assertThat(frame.pixels().mismatch(expected)).isEqualTo(-1);
        }
    }

    @Test
    void memoryOfClosedFramesIsUsedAgain() {
        try (DemoSource source = new DemoSource(3, 320, 180)) {
            Frame first = source.next();
            ByteBuffer pixels = first.pixels();
            first.close();
            try (Frame second = source.next()) {
                assertThat(second.pixels()).isSameAs(pixels);
            }
        }
    }
}
