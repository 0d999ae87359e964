package org.hrscope.threads;

import java.util.concurrent.Semaphore;

/// The cores that everything which computes shares: whoever runs holds as many as its threads, so that never more
/// threads compute than there are cores. Whoever has waited longest goes first: a finder between two frames, or a
/// measurement that wants all of them, gets its turn however busy the network is. Waiting is not interrupted: it lasts
/// as long as the runs before. Thread-safe.
public final class CoreShare {

    /// Something that computes, and does not ask for cores itself.
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private final int all;
    private final Semaphore free;

    public CoreShare(int cores) {
        all = Math.max(1, cores);
        free = new Semaphore(all, true);
    }

    /// Runs `work` once that many cores are free; more than there are means all of them.
    public <T, E extends Exception> T on(int cores, Work<T, E> work) throws E {
        int taken = Math.clamp(cores, 1, all);
        free.acquireUninterruptibly(taken);
        try {
            return work.run();
        } finally {
            free.release(taken);
        }
    }

    /// Runs `work` while nothing else computes.
    public <T, E extends Exception> T alone(Work<T, E> work) throws E {
        return on(all, work);
    }
}
