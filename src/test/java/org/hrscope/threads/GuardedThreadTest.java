package org.hrscope.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No Throwable ends a thread silently.
class GuardedThreadTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<Problem> told = new CopyOnWriteArrayList<>();

    private static void rethrow(Throwable thrown) throws Exception {
        if (thrown instanceof Error error) throw error;
        throw (Exception) thrown;
    }

    private void run(GuardedThread.Body body) {
        GuardedThread thread = new GuardedThread("a test's", body, told::add);
        thread.start();
        assertThat(thread.join(LONG)).isTrue();
    }

    static List<Throwable> ofEveryKind() {
        return List.of(
                new IllegalStateException("broken"),
                new NullPointerException(),
                new StackOverflowError(),
                new UnsatisfiedLinkError("no native"),
                new ExceptionInInitializerError(new RuntimeException("within")),
                new AssertionError("never"),
                new java.io.IOException("disk"));
    }

    @ParameterizedTest
    @MethodSource("ofEveryKind")
    void whateverIsThrownIsTold(Throwable thrown) {
        run(() -> rethrow(thrown));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().key()).isEqualTo("unforeseen");
        assertThat(told.getFirst()).hasCause(thrown);
        assertThat(told.getFirst().getMessage()).contains(thrown.getClass().getSimpleName());
    }

    @Test
    void aProblemIsToldAsItIs() {
        Problem problem = new Problem("file.empty", "a.jpg");
        run(() -> rethrow(problem));
        assertThat(told).containsExactly(problem);
    }

    /// Or a job's button would stay down for it, and its thread's end would never be heard of.
    @Test
    void whatCannotTellItsOwnMessageIsToldByItsName() {
        run(() -> rethrow(new Mute()));
        assertThat(told).singleElement().extracting(Problem::arguments).isEqualTo(List.of("Mute"));
    }

    private static final class Mute extends RuntimeException {
        @Override
        public String getMessage() {
            throw new StackOverflowError();
        }
    }

    @Test
    void aFullMemoryHasItsOwnSentence() {
        run(() -> rethrow(new OutOfMemoryError("heap")));
        assertThat(told.getFirst().key()).isEqualTo("memory.full");
    }

    @Test
    void wrappingsAreTakenOff() {
        Problem problem = new Problem("file.empty", "a.jpg");
        assertThat(Fault.of(new CompletionException(new ExecutionException(problem))))
                .isSameAs(problem);
    }

    @Test
    void anInterruptIsAnOrdinaryEnd() {
        GuardedThread thread =
                new GuardedThread("sleeper", () -> Thread.sleep(LONG.toMillis()), told::add);
        thread.start();
        thread.interrupt();
        assertThat(thread.join(LONG)).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void onWhichNobodyWaitsForEver() {
        GuardedThread thread =
                new GuardedThread("sleeper", () -> Thread.sleep(LONG.toMillis()), told::add);
        thread.start();
        assertThat(thread.join(Duration.ofMillis(10))).isFalse();
        thread.interrupt();
        assertThat(thread.join(LONG)).isTrue();
        assertThat(new GuardedThread("never started", () -> {}, told::add).join(LONG)).isTrue();
    }

    @Test
    void aListenerThatFailsItselfEndsNothingElse() {
        GuardedThread thread =
                new GuardedThread(
                        "a test's",
                        () -> rethrow(new IllegalStateException("first")),
                        problem -> {
                            told.add(problem);
                            throw new IllegalStateException("second");
                        });
        thread.start();
        assertThat(thread.join(LONG)).isTrue();
        assertThat(told).hasSize(1);
    }

    @Test
    void workersKeepWhateverIsThrown() {
        try (Workers workers = new Workers("a test's", 1)) {
            assertThat(
                            workers.submit(() -> {
                                throw new StackOverflowError();
                            }))
                    .failsWithin(LONG)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(StackOverflowError.class);
            assertThat(workers.submit(() -> "on")).succeedsWithin(LONG).isEqualTo("on");
        }
    }

    @Test
    void aTroubleThatLastsIsToldOnce() {
        Repeats repeats = new Repeats();
        Problem one = new Problem("file.empty", "a.jpg");
        Problem other = new Problem("file.empty", "b.jpg");
        assertThat(repeats.fresh(one)).isTrue();
        assertThat(repeats.fresh(new Problem("file.empty", "a.jpg"))).isFalse();
        assertThat(repeats.fresh(other)).isTrue();
        assertThat(repeats.fresh(other)).isFalse();
        assertThat(repeats.fresh(Fault.of(new IllegalStateException("frame 7")))).isTrue();
        assertThat(repeats.fresh(Fault.of(new IllegalStateException("frame 8")))).isFalse();
        assertThat(repeats.fresh(Fault.of(new IllegalArgumentException("frame 8")))).isTrue();
        assertThat(repeats.fresh(other)).isTrue();
        repeats.wentWell();
        assertThat(repeats.fresh(other)).isTrue();
    }
}
