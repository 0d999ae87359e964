package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a source throws ends the run: nothing hangs.
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FrameRunTest {
    static List<Throwable> whatMayBeThrown() {
        return List.of(
                new Problem("file.missing", "x"),
                new IllegalStateException("state"),
                new StackOverflowError(),
                new OutOfMemoryError("heap"),
                new UnsatisfiedLinkError("native"));
    }

    private static <T extends Throwable> T throwing(Throwable any) throws T {
        @SuppressWarnings("unchecked")
        T sneaked = (T) any;
        throw sneaked;
    }

    /// Two frames, then the end; throws in one place.
    private record Faulty(FrameSource good, String place, Throwable fault) implements FrameSource {
        private void at(String here) throws Problem {
            if (place.equals(here)) FrameRunTest.<Problem>throwing(fault);
        }

        @Override
        public SourceInfo info() {
            if (place.equals("info")) FrameRunTest.<RuntimeException>throwing(fault);
            return good.info();
        }

        @Override
        public @Nullable Frame next() throws Problem {
            Frame frame = good.next();
            if (frame == null) at("next");
            return frame;
        }

        @Override
        public List<Problem> takeSkipped() {
            if (place.equals("skipped")) FrameRunTest.<RuntimeException>throwing(fault);
            return List.of();
        }

        @Override
        public void close() {
            good.close();
            if (place.equals("close")) FrameRunTest.<RuntimeException>throwing(fault);
        }
    }

    @ParameterizedTest
    @MethodSource("whatMayBeThrown")
    void whateverASourceThrowsIsThrownHere(Throwable fault) {
        for (String place : List.of("open", "info", "next", "skipped", "close")) {
            List<Long> seen = new ArrayList<>();
            assertThatThrownBy(() ->
                            FrameRun.run(
                                    () -> {
                                        if (place.equals("open")) throwing(fault);
                                        return new Faulty(
                                                new ScriptedSource("clip", 2, false), place, fault);
                                    },
                                    grabbed -> seen.add(grabbed.frame().origin().index())))
                    .as(place)
                    .isSameAs(fault);
            if (place.equals("next") || place.equals("close")) {
                assertThat(seen).as(place).containsExactly(0L, 1L);
            }
        }
    }

    /// Where memory is out even the news of it cannot be sent.
    @Test
    void aThreadThatDiesWithoutAWordEndsTheRun() {
        assertThatThrownBy(() ->
                        FrameRun.run(
                                () -> new ScriptedSource("clip", 0, false),
                                grabbed -> {
                                    // Interrupted by someone else, it leaves.
                                    Thread.getAllStackTraces().keySet().stream()
                                            .filter(t -> t.getName().equals("capture run"))
                                            .forEach(Thread::interrupt);
                                    return true;
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("capture run");
    }

    @Test
    void anInterruptEndsTheRunAndTheSourceIsClosed() {
        ScriptedSource source = new ScriptedSource("camera", 0, true);
        assertThatThrownBy(() ->
                        FrameRun.run(
                                () -> source,
                                grabbed -> {
                                    Thread.currentThread().interrupt();
                                    return true;
                                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(source.closed).hasValue(1);
    }

    /// Whoever is interrupted while its work ends the run learns of it afterwards, and does not spin meanwhile.
    @Test
    void anInterruptOutlivesTheEndOfTheRun() throws Exception {
        ScriptedSource source = new ScriptedSource("camera", 0, true);
        FrameRun.run(
                () -> source,
                grabbed -> {
                    Thread.currentThread().interrupt();
                    return false;
                });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(source.closed).hasValue(1);
    }
}
