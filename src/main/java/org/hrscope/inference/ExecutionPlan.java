package org.hrscope.inference;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the live session runs a network.
///
/// @param lanes     estimates at once, all in one session
/// @param threads   cores a lane, its own thread included
/// @param spinning  whether idle threads of the session spin; they find new work sooner, and burn their core meanwhile
/// @param quantised an int8 file made from the network, which runs in its stead; null for the network's own file
public record ExecutionPlan(
        int lanes,
        int threads,
        boolean spinning,
        ExecutionProvider provider,
        @Nullable Path quantised) {

    public ExecutionPlan {
        if (lanes < 1 || threads < 1) throw new IllegalArgumentException(lanes + " x " + threads);
    }

    public ExecutionPlan(int lanes, int threads) {
        this(lanes, threads, false, ExecutionProvider.CPU, null);
    }

    /// Until something better was measured. The threads of a run wait for the slowest after each of a few hundred
    /// operators: two runs in parallel with half the threads each wait less than one run with all of them.
    public static ExecutionPlan standard(int cores) {
        return cores == 1 ? new ExecutionPlan(1, 1) : new ExecutionPlan(2, cores / 2);
    }

    /// The same on the cores this process may use, by affinity and container limits.
    public static ExecutionPlan standard() {
        return standard(Runtime.getRuntime().availableProcessors());
    }

    /// Cores in use when all lanes run.
    public int cores() {
        return lanes * threads;
    }

    /// The session's intra-op threads. ONNX Runtime counts the calling thread as one of them, but each lane is a
    /// caller: the pool behind them needs what the lanes do not bring themselves.
    int intraOpThreads() {
        return lanes * (threads - 1) + 1;
    }

    /// What any machine can do at once: this plan on the CPU with the network's own file, else the standard one.
    ExecutionPlan firstOf() {
        boolean simple = provider == ExecutionProvider.CPU && quantised == null;
        return simple ? this : standard();
    }

    public ExecutionPlan with(int otherLanes, int otherThreads) {
        return new ExecutionPlan(otherLanes, otherThreads, spinning, provider, quantised);
    }

    public ExecutionPlan spinning(boolean spins) {
        return new ExecutionPlan(lanes, threads, spins, provider, quantised);
    }

    public ExecutionPlan quantised(@Nullable Path file) {
        return new ExecutionPlan(lanes, threads, spinning, provider, file);
    }

    public ExecutionPlan on(ExecutionProvider other) {
        return new ExecutionPlan(lanes, threads, spinning, other, quantised);
    }
}
