package org.hrscope.quantise;

import java.time.Duration;
import java.util.Optional;
import org.hrscope.domain.Problem;
import org.hrscope.inference.NetworkPass;
import org.hrscope.inference.PoseModel;

/// Processor time of one run, as the program runs networks. Both take turns, so that what else the machine does meets
/// both alike.
///
/// @param exact seconds of the float network
/// @param whole seconds of the quantised one
public record Speed(double exact, double whole) {
    private static final int TURNS = 4;
    private static final int WARM_UP = 2;

    /// The clock of processor time may tick in hundredths of a second.
    private static final double LEAST_SECONDS = 0.25;

    private static final int MOST_RUNS = 64;

    /// Time of the quantised network over that of the float one.
    public double ratio() {
        return whole / exact;
    }

    /// Whether it is worth having: within some percent, nobody would notice.
    public boolean faster() {
        return ratio() < 0.95;
    }

    static Speed of(PoseModel exact, PoseModel whole, Sample sample, Runnable step)
            throws Problem, InterruptedException {
        try (NetworkPass one = exact.pass();
                NetworkPass other = whole.pass()) {
            for (NetworkPass pass : new NetworkPass[] {one, other}) {
                pass.input().put(0, sample.crop().values(), 0, pass.input().capacity());
            }
            run(one, WARM_UP);
            run(other, WARM_UP);
            double once = run(one, 1);
            // The float network gets as few runs as the clock allows: the slower, the fewer.
            int runs = (int) Math.clamp(Math.ceil(LEAST_SECONDS / once), 1, MOST_RUNS);
            double exactly = 0;
            double roundly = 0;
            for (int turn = 0; turn < TURNS; turn++) {
                exactly += run(one, runs);
                roundly += run(other, runs);
                step.run();
            }
            return new Speed(exactly / TURNS / runs, roundly / TURNS / runs);
        }
    }

    private static double run(NetworkPass pass, int runs) throws Problem, InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        Optional<Duration> before = ProcessHandle.current().info().totalCpuDuration();
        long start = System.nanoTime();
        for (int i = 0; i < runs; i++) pass.runOnly();
        double wall = (System.nanoTime() - start) / 1e9;
        Optional<Duration> after = ProcessHandle.current().info().totalCpuDuration();
        if (before.isEmpty() || after.isEmpty() || wall < LEAST_SECONDS / 2) return wall;
        return Math.max(1e-9, after.get().minus(before.get()).toNanos() / 1e9);
    }
}
