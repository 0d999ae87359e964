package org.hrscope.tuning;

import java.util.concurrent.TimeUnit;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;
import org.hrscope.inference.LaneProbe;
import org.hrscope.inference.NodeProviders;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.PoseModel;

/// Measures plans beside an estimator that is in use: each turn borrows all of its cores between two estimates, and
/// afterwards rests for several times as long, so that a live run only loses a frame here and there. One thread; close
/// it after the estimator, or before.
public final class LiveBench implements Trial.Bench, AutoCloseable {
    /// Of the live run while it is measured: a turn takes a fifth of the time.
    public static final int GENTLY = 4;

    /// Nothing else is running.
    public static final int AT_ONCE = 0;

    private final PoseEstimator estimator;
    private final int rest;
    private final Trial inUse;
    private final LaneProbe probe;
    private long measuring;

    /// @param rest how many times as long as each turn to wait after it
    public LiveBench(PoseEstimator estimator, int rest) throws Problem, InterruptedException {
        this.estimator = estimator;
        this.rest = rest;
        probe = estimator.aside(LaneProbe::new);
        inUse = new Probed(probe, () -> {});
    }

    @Override
    public Trial open(ExecutionPlan plan) throws Problem {
        long start = System.nanoTime();
        PoseModel model = estimator.model().file().open(plan);
        boolean made = false;
        try {
            String remark = plan.provider() == ExecutionProvider.CPU ? "" : ran(plan);
            LaneProbe own = new LaneProbe(model);
            Trial trial =
                    new Probed(own, () -> closed(own, model)) {
                        @Override
                        public String remark() {
                            return remark;
                        }
                    };
            made = true;
            return trial;
        } finally {
            if (!made) model.close();
            measuring += System.nanoTime() - start;
        }
    }

    /// A provider that runs nothing does not count.
    private String ran(ExecutionPlan plan) throws Problem {
        NodeProviders providers = NodeProviders.of(estimator.model().file(), plan);
        if (providers.on(plan.provider()) == 0) {
            String title = plan.provider().title();
            throw new Problem("provider.nothing", title, estimator.model().file());
        }
        return providers.toString();
    }

    private static void closed(LaneProbe own, PoseModel model) {
        own.close();
        model.close();
    }

    @Override
    public Trial inUse() {
        return inUse;
    }

    @Override
    public long now() {
        return measuring;
    }

    @Override
    public void close() {
        probe.close();
    }

    private class Probed implements Trial {
        private final LaneProbe lanes;
        private final Runnable closing;

        Probed(LaneProbe lanes, Runnable closing) {
            this.lanes = lanes;
            this.closing = closing;
        }

        @Override
        public double rate(long nanos) throws Problem, InterruptedException {
            long[] took = {0};
            double rate =
                    estimator.aside(model -> {
                        long start = System.nanoTime();
                        double reached = lanes.rate(nanos);
                        took[0] = System.nanoTime() - start;
                        return reached;
                    });
            measuring += took[0];
            if (rest > 0) TimeUnit.NANOSECONDS.sleep(rest * took[0]);
            return rate;
        }

        @Override
        public void close() {
            closing.run();
        }
    }
}
