package org.hrscope.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThinnedTest {
    private final FrameSource every = new Thinned(new Numbered(), 4);

    /// Forty frames.
    private static final class Numbered implements FrameSource {
        private final FramePool pool = new FramePool();
        private long next;

        @Override
        public SourceInfo info() {
            return new SourceInfo("numbered", 40, 25, false);
        }

        @Override
        public @Nullable Frame next() {
            Frame.Origin origin = new Frame.Origin("numbered", next++, 0);
            return next > 40 ? null : pool.frame(1, 1, origin, _ -> {});
        }

        @Override
        public void seek(long index) {
            next = index;
        }

        @Override
        public void close() {}
    }

    private void gives(long index) throws Problem {
        try (Frame frame = every.next()) {
            assertThat(frame).isNotNull();
            assertThat(frame.origin().index()).isEqualTo(index);
        }
    }

    @Test
    void theFirstAndEveryFourthAfterIt() throws Problem {
        gives(0);
        gives(4);
        gives(8);
    }

    @Test
    void fromWhatWasSought() throws Problem {
        gives(0);
        every.seek(9);
        gives(9);
        gives(13);
    }

    @Test
    void passesOverThoseItWouldGive() throws Problem {
        every.skip(2);
        gives(8);
        every.skip(3);
        gives(24);
        every.skip(0);
        gives(28);
        every.skip(3);
        assertThat(every.next()).isNull();
    }
}
