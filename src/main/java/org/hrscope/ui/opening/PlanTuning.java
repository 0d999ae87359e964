package org.hrscope.ui.opening;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.tuning.LiveBench;
import org.hrscope.tuning.NetworkTuning;
import org.hrscope.tuning.Tuning;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.player.PlanInUse;
import org.jspecify.annotations.Nullable;

/// Gives the network in use the plan that is fastest here: the remembered one, else one that is measured in the gaps of
/// the live run. FX thread.
record PlanTuning(Jobs jobs, LiveViewModel live, NetworkTuning tuning, Opener.Told told) {
    private static final Object KEY = "plan";

    /// A window that has just opened has other things to do.
    private static final long SETTLING_SECONDS = 5;

    /// @param other   the same network to be run by that plan; null if the one in use already runs by it
    /// @param refusal of a provider that was tried: whoever added it wonders why it is not used
    private record Found(
            @Nullable PlanInUse plan, @Nullable PoseEstimator other, @Nullable Problem refusal)
            implements AutoCloseable {
        static final Found NOTHING = new Found(null, null, null);

        @Override
        public void close() {
            if (other != null) other.close();
        }
    }

    /// Just before this one goes into use; what was measured for another is given up.
    void opened(PoseEstimator estimator) {
        jobs.run(
                Job.Name.latest(KEY),
                progress -> found(estimator, progress),
                Jobs.Outcome.of(
                        found -> {
                            if (found.plan != null) {
                                live.rerun(estimator.model().file(), found.plan, found.other);
                            }
                            if (found.refusal != null) told.problem(found.refusal);
                        },
                        told::problem));
    }

    private Found found(PoseEstimator estimator, Job.Progress progress) throws Exception {
        try {
            ExecutionPlan plan;
            boolean measured = true;
            Problem refusal = null;
            Optional<ExecutionPlan> known = tuning.known(estimator);
            if (known.isPresent()) {
                plan = known.get();
            } else {
                TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
                Tuning found = tuning.tune(estimator, LiveBench.GENTLY, progress);
                plan = found.chosen();
                measured = found.certain();
                refusal = found.refusal().orElse(null);
            }
            boolean other = !plan.equals(estimator.plan());
            return new Found(
                    new PlanInUse(plan, measured),
                    other ? tuning.reopened(estimator, plan) : null,
                    refusal);
        } catch (InterruptedException replaced) {
            return Found.NOTHING;
        }
    }
}
