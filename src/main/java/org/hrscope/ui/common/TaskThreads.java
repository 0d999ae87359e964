package org.hrscope.ui.common;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// A thread for each job, and the end of them all: a process that ended while one of them runs a network would crash
/// within ONNX Runtime. Any thread.
public final class TaskThreads implements Executor {
    private static final long PATIENCE_MILLIS = 3000;
    private static final long LAST_PATIENCE_MILLIS = 5000;

    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    @Override
    public void execute(Runnable job) {
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("task")
                        .unstarted(() -> {
                            try {
                                job.run();
                            } finally {
                                running.remove(Thread.currentThread());
                            }
                        });
        running.add(thread);
        thread.start();
    }

    /// Waits for what runs; what takes long is interrupted.
    ///
    /// @return whether all has ended
    public boolean end() {
        try {
            if (ended(PATIENCE_MILLIS)) return true;
            running.forEach(Thread::interrupt);
            return ended(LAST_PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return running.isEmpty();
        }
    }

    private boolean ended(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Thread thread : running) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            thread.join(Math.max(1, left));
        }
        return running.isEmpty();
    }
}
