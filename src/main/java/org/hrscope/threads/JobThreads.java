package org.hrscope.threads;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// A thread for each job, and the end of them all: a process that ends while one of them runs a network would crash
/// within ONNX Runtime. Any thread.
public final class JobThreads implements Executor {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private final Set<GuardedThread> running = ConcurrentHashMap.newKeySet();

    @Override
    public void execute(Runnable job) {
        GuardedThread[] self = new GuardedThread[1];
        GuardedThread thread =
                new GuardedThread(
                        "job",
                        () -> {
                            try {
                                job.run();
                            } finally {
                                running.remove(self[0]);
                            }
                        },
                        logged -> {});
        self[0] = thread;
        running.add(thread);
        boolean started = false;
        try {
            thread.start();
            started = true;
        } finally {
            if (!started) running.remove(thread);
        }
    }

    /// Waits for what runs; what takes long is interrupted.
    ///
    /// @return whether all has ended
    public boolean end() {
        if (ended(PATIENCE)) return true;
        running.forEach(GuardedThread::interrupt);
        return ended(LAST_PATIENCE);
    }

    private boolean ended(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (GuardedThread thread : running) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        return running.isEmpty();
    }
}
