package org.hrscope.tuning;

import java.util.Random;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;

/// A machine and a network on it, as a model: Amdahl's law in a run, a barrier after each operator, memory that all
/// runs share, second threads of a core, a window that takes its part. Time is simulated; rates are noisy, and the
/// machine slows down and recovers while it is measured.
///
/// @param second     whether half of the cores are second threads, worth a quarter
/// @param workNanos  one run on one core
/// @param serial     share of a run that one thread does alone
/// @param memoryRate runs a second that memory allows
class ModelMachine implements Trial.Bench {
    private static final int OPERATORS = 300;
    private static final double WINDOW = 0.3;
    private static final long OPENING = 100_000_000;

    private final int cores;
    private final boolean second;
    private final double workNanos;
    private final double serial;
    private final double memoryRate;
    private final ExecutionPlan inUse;
    private final Random chance;
    private long now;
    private long measuring;
    private int opened;
    private int open;

    ModelMachine(int cores, boolean second, double[] network, ExecutionPlan inUse, long seed) {
        this.cores = cores;
        this.second = second;
        workNanos = network[0] * 1e6;
        serial = network[1];
        memoryRate = network[2];
        this.inUse = inUse;
        chance = new Random(seed);
    }

    /// Estimates a second.
    double rate(ExecutionPlan plan) {
        int threads = plan.threads();
        double all = plan.lanes() * threads;
        double whole = second ? Math.max(1, cores / 2.0) : cores;
        double power = Math.min(all, whole) + 0.25 * Math.clamp(all - whole, 0, cores - whole);
        double ample = Math.max(0, cores - all);
        power = Math.max(0.5, power - Math.max(0, WINDOW - ample));
        double work = workNanos * (serial + (1 - serial) / threads) * (all / power);
        double barrier = threads == 1 ? 0 : Math.log(threads) / Math.log(2);
        // Late threads hold up all others.
        double crowding = ample < WINDOW ? 2 : 1;
        work += OPERATORS * barrier * crowding * (plan.spinning() ? 4_000 : 9_000);
        double computed = plan.lanes() * 1e9 / work;
        return Math.pow(Math.pow(computed, -4) + Math.pow(memoryRate, -4), -0.25);
    }

    /// By trying everything.
    double fastest() {
        double best = 0;
        for (int lanes = 1; lanes <= Math.min(cores, PlanCandidates.MOST_LANES); lanes++) {
            for (int threads = 1; lanes * threads <= cores; threads++) {
                ExecutionPlan plan = new ExecutionPlan(lanes, threads);
                best = Math.max(best, Math.max(rate(plan), rate(plan.spinning(true))));
            }
        }
        return best;
    }

    @Override
    public Trial open(ExecutionPlan plan) throws Problem {
        if (plan.cores() > cores) throw new AssertionError(plan + " on " + cores);
        if (++open > 1) throw new AssertionError("two at once");
        opened++;
        now += OPENING;
        return new Running(plan, () -> open--);
    }

    @Override
    public Trial inUse() {
        return new Running(inUse, () -> {});
    }

    @Override
    public long now() {
        return now;
    }

    int opened() {
        return opened;
    }

    int left() {
        return open;
    }

    /// Time for which the live run stood still.
    long measuring() {
        return measuring;
    }

    private final class Running implements Trial {
        private final ExecutionPlan plan;
        private final Runnable closing;

        Running(ExecutionPlan plan, Runnable closing) {
            this.plan = plan;
            this.closing = closing;
        }

        @Override
        public double rate(long nanos) {
            // Others come and go within minutes.
            double tide = 1 + 0.2 * Math.sin(now / 3e9);
            double even = ModelMachine.this.rate(plan) * tide;
            double rounds = Math.max(1, Math.floor(nanos * even / (plan.lanes() * 1e9)));
            double took = rounds * plan.lanes() * 1e9 / even;
            // Short disturbances even out in a long turn.
            double noise = Math.max(0.01, 0.04 / Math.sqrt(Math.max(1, took / 4e7)));
            double real = even * (1 + noise * chance.nextGaussian());
            now += (long) took;
            measuring += (long) took;
            return real;
        }

        @Override
        public void close() {
            closing.run();
        }
    }
}
