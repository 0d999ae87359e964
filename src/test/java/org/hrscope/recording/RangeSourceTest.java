package org.hrscope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RangeSourceTest {
    private static FrameSource ten() {
        return new FrameSource() {
            private long next;

            @Override
            public SourceInfo info() {
                return new SourceInfo("clip.mp4", 10, 25, false);
            }

            @Override
            public @Nullable Frame next() {
                if (next == 10) return null;
                Frame.Origin origin = new Frame.Origin("clip.mp4", next, next++ * 40_000_000L);
                return new Frame(1, 1, ByteBuffer.allocateDirect(4), origin, () -> {});
            }

            @Override
            public void seek(long index) {
                next = index;
            }

            @Override
            public void close() {}
        };
    }

    private static List<Long> read(long from, long to) throws Problem {
        List<Long> read = new ArrayList<>();
        try (FrameSource range = new RangeSource(ten(), from, to)) {
            for (Frame frame = range.next(); frame != null; frame = range.next()) {
                read.add(frame.origin().index());
            }
            assertThat(range.info().frames()).isEqualTo(read.size());
        }
        return read;
    }

    @Test
    void bothEndsBelongToTheRange() throws Problem {
        assertThat(read(3, 5)).containsExactly(3L, 4L, 5L);
        assertThat(read(0, 0)).containsExactly(0L);
        assertThat(read(8, 99)).containsExactly(8L, 9L);
    }

    @Test
    void aRangeWithoutFramesIsASentence() {
        for (long[] range : new long[][] {{5, 3}, {10, 20}}) {
            assertThatThrownBy(() -> read(range[0], range[1]))
                    .isInstanceOf(Problem.class)
                    .extracting(e -> ((Problem) e).key())
                    .isEqualTo("record.empty");
        }
    }
}
