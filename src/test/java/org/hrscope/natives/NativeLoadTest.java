package org.hrscope.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLoadTest {
    @TempDir private Path folder;

    /// An interrupt closes the file being read, in the middle of a copy.
    @Test
    void anInterruptOfTheCallerDoesNotReachTheLoad() throws Exception {
        Path packed = Files.write(folder.resolve("packed"), new byte[10_000]);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        NativeLoad load =
                new NativeLoad(() -> {
                    begun.countDown();
                    try {
                        go.await();
                        Files.copy(packed, folder.resolve("unpacked"));
                        Files.newByteChannel(packed).close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return folder;
                });
        FutureTask<Boolean> caller =
                new FutureTask<>(() -> {
                    load.await();
                    return Thread.currentThread().isInterrupted();
                });
        Thread thread = Thread.ofPlatform().start(caller);
        begun.await();
        thread.interrupt();
        go.countDown();
        assertThat(caller.get(30, TimeUnit.SECONDS)).as("interrupted still").isTrue();
        assertThat(folder.resolve("unpacked")).hasSize(10_000);
        load.await();
    }

    @Test
    void whatIsLoadedIsNotLoadedAgainAndWhatFailedIs() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        NativeLoad load =
                new NativeLoad(() -> {
                    if (tries.incrementAndGet() == 1) throw new UnsatisfiedLinkError("disk full");
                    return folder;
                });
        assertThatThrownBy(load::await)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UnsatisfiedLinkError.class);
        assertThat(load.need()).isEqualTo(folder);
        load.await();
        assertThat(tries).hasValue(2);
    }
}
