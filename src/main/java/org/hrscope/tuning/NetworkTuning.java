package org.hrscope.tuning;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.PoseModel;
import org.hrscope.threads.Job;

/// Measures an open network and remembers what is fastest, if the machine was quiet enough to tell; opens networks as
/// remembered. Any thread; takes seconds.
///
/// @param folders where int8 files may lie besides the network's own folder
public record NetworkTuning(PlanStore plans, List<Path> folders) {

    public NetworkTuning {
        folders = List.copyOf(folders);
    }

    /// What was measured earlier.
    public Optional<ExecutionPlan> known(PoseEstimator estimator) throws Problem {
        return plans.known(estimator.model().sha256());
    }

    /// @param estimator in use, on the standard plan or another; not closed
    /// @param rest      see [LiveBench]
    /// @throws InterruptedException if interrupted, or if the estimator was closed meanwhile; nothing is remembered
    public Tuning tune(PoseEstimator estimator, int rest, Job.Progress progress)
            throws Problem, InterruptedException {
        String sha256 = estimator.model().sha256();
        Optional<Path> int8 = QuantisedFile.of(estimator.model().file(), sha256, folders);
        Variations variations = new Variations(int8, ExecutionProvider.offered());
        int cores = Runtime.getRuntime().availableProcessors();
        try (LiveBench bench = new LiveBench(estimator, rest)) {
            Tuning tuning = new Tuner(bench, variations).tune(estimator.plan(), cores, progress);
            if (tuning.certain()) plans.keep(sha256, tuning.chosen());
            return tuning;
        }
    }

    /// The same network once more, to be run by this plan. A plan that cannot be run is forgotten.
    ///
    /// @throws Problem `provider.failed`, `model.*`
    public PoseEstimator reopened(PoseEstimator estimator, ExecutionPlan plan) throws Problem {
        try {
            PoseModel model = estimator.model().file().open(plan);
            return new PoseEstimator(model);
        } catch (Problem e) {
            plans.forget(estimator.model().sha256());
            throw e;
        }
    }
}
