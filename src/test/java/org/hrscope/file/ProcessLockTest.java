package org.hrscope.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One holder at a time, whether threads or processes ask.
@Timeout(60)
class ProcessLockTest {
    @TempDir Path folder;

    /// A real second process, killed.
    @Test
    void aLockIsHeldUntilItsProcessIsGone() throws Exception {
        Path lock = folder.resolve("locks").resolve("tiny");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process other =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                lock.toString())
                        .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            assertThat(ProcessLock.tryIt(lock)).isNull();
            assertThat(ProcessLock.tryIt(folder.resolve("another"))).isNotNull();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(ProcessLock.tryIt(lock)).isNotNull();
    }

    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (ProcessLock lock = ProcessLock.tryIt(Path.of(arguments[0]))) {
                System.out.println(lock == null ? "not held" : "held");
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void whoeverWaitsIsToldUntilItIsFree() throws Exception {
        Path file = folder.resolve("one");
        ProcessLock first = ProcessLock.tryIt(file);
        AtomicInteger told = new AtomicInteger();
        BooleanSupplier waiting =
                () -> {
                    if (told.incrementAndGet() == 3) close(first);
                    return true;
                };
        try (ProcessLock second = ProcessLock.await(file, Duration.ofMillis(1), waiting)) {
            assertThat(told).hasValue(3);
            assertThat(ProcessLock.tryIt(file)).isNull();
        }
        try (ProcessLock third = ProcessLock.tryIt(file)) {
            assertThat(third).isNotNull();
        }
    }

    @Test
    void patienceEnds() throws Exception {
        Path file = folder.resolve("one");
        try (ProcessLock first = ProcessLock.tryIt(file)) {
            assertThat(first).isNotNull();
            assertThat(ProcessLock.await(file, Duration.ofMillis(1), () -> false)).isNull();
        }
    }

    private static void close(ProcessLock lock) {
        try {
            lock.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
