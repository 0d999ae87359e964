package org.hrscope.threads;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// One thread per job, and their orderly end: a process that exits while a job runs a network would crash inside
/// ONNX Runtime. Any thread.
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

    /// Waits for running jobs, and interrupts those that take too long.
    ///
    /// @return whether all have ended
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
