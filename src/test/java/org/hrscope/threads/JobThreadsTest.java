package org.hrscope.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class JobThreadsTest {
    private final JobThreads threads = new JobThreads();

    @Test
    void theEndWaitsForWhatRuns() {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch waiting = new CountDownLatch(1);
        threads.execute(() -> {
            try {
                waiting.await();
                done.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        threads.execute(waiting::countDown);
        assertThat(threads.end()).isTrue();
        assertThat(done).isTrue();
    }

    @Test
    void whatTakesLongIsInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        threads.execute(() -> {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        assertThat(threads.end()).isTrue();
        assertThat(interrupted).isTrue();
    }

    @Test
    void aJobThatFailsIsOverToo() {
        threads.execute(() -> {
            throw new IllegalStateException("for a test");
        });
        assertThat(threads.end()).isTrue();
    }
}
