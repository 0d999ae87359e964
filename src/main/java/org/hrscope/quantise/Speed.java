package org.hrscope.quantise;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.hrscope.domain.Problem;
import org.hrscope.inference.NetworkPass;
import org.hrscope.inference.PoseModel;

/// Processor time of one run, as the program runs networks, of the thread that asks for it: others of a run do as much
/// each, and what else the program does is not counted. Both take turns, and each has its best one, so that what else
/// the machine does meets both alike.
///
/// @param exact seconds of the float network
/// @param whole seconds of the quantised one
public record Speed(double exact, double whole) {
    private static final int TURNS = 3;

    /// The scheduler disturbs shorter ones.
    private static final double LEAST_SECONDS = 0.05;

    private static final int MOST_RUNS = 16;

    /// Time of the quantised network over that of the float one.
    public double ratio() {
        return whole / exact;
    }

    /// Whether it is worth having: within some percent, nobody would notice.
    public boolean faster() {
        return ratio() < 0.95;
    }

    /// @param exact has run before, as has `whole`: what only the first run of a session does is no part of this
    static Speed of(PoseModel exact, PoseModel whole, Sample sample, Runnable step)
            throws Problem, InterruptedException {
        try (NetworkPass one = exact.pass();
                NetworkPass other = whole.pass()) {
            for (NetworkPass pass : new NetworkPass[] {one, other}) {
                pass.input().put(0, sample.crop().values(), 0, pass.input().capacity());
            }
            double exactly = run(one, 1);
            double roundly = Double.MAX_VALUE;
            // The float network gets as few runs as the clock allows: the slower, the fewer.
            int runs = (int) Math.clamp(Math.ceil(LEAST_SECONDS / exactly), 1, MOST_RUNS);
            for (int turn = 0; turn < TURNS; turn++) {
                // One run long enough for the clock was the first turn.
                if (turn > 0 || runs > 1) exactly = Math.min(exactly, run(one, runs) / runs);
                roundly = Math.min(roundly, run(other, runs) / runs);
                step.run();
            }
            return new Speed(exactly, roundly);
        }
    }

    private static double run(NetworkPass pass, int runs) throws Problem, InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        boolean counted = clock.isCurrentThreadCpuTimeSupported();
        long start = counted ? clock.getCurrentThreadCpuTime() : System.nanoTime();
        for (int i = 0; i < runs; i++) pass.runOnly();
        long end = counted ? clock.getCurrentThreadCpuTime() : System.nanoTime();
        return Math.max(1, end - start) / 1e9;
    }
}
