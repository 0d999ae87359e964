package org.hrscope.cli;

import java.util.concurrent.TimeUnit;
import org.hrscope.capture.FrameSource;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.Problem;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.RollingTimes;

/// The live pipeline and the bare session in turns, so that a machine that changes its pace changes it for both.
final class ThroughputBench {
    private static final int TIMES = 20_000;
    private static final long TURN = TimeUnit.MILLISECONDS.toNanos(2000);

    private final PoseEstimator estimator;
    private final FrameRun.Opening opening;
    private final EngineSettings settings = EngineSettings.standard();
    private final FrameAnalysis analysis = new FrameAnalysis();
    private long pipelineFrames;
    private long pipelineNanos;
    private long bareFrames;
    private long bareNanos;

    final RollingTimes grab = new RollingTimes(TIMES);
    final RollingTimes crop = new RollingTimes(TIMES);
    final RollingTimes infer = new RollingTimes(TIMES);
    final RollingTimes decode = new RollingTimes(TIMES);

    /// @param source endless, and left open when a turn ends
    ThroughputBench(PoseEstimator estimator, FrameSource source) {
        this.estimator = estimator;
        opening = () -> new KeptOpen(source);
    }

    void run(double seconds) throws Problem, InterruptedException {
        turn(TURN, false);
        bare(TURN, false);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            turn(TURN, true);
            bare(TURN, true);
        }
    }

    private void turn(long nanos, boolean counted) throws Problem, InterruptedException {
        long start = System.nanoTime();
        long[] frames = {0};
        FrameRun.run(
                opening,
                grabbed -> {
                    try (PipelineResult result =
                            analysis.analyse(grabbed, estimator, settings, 0)) {
                        if (counted) count(result);
                    }
                    frames[0]++;
                    return System.nanoTime() - start < nanos;
                });
        if (!counted) return;
        pipelineFrames += frames[0];
        pipelineNanos += System.nanoTime() - start;
    }

    private void count(PipelineResult result) {
        grab.add(result.grabNanos());
        for (Estimate estimate : result.estimates()) {
            crop.add(estimate.times().crop());
            infer.add(estimate.times().infer());
            decode.add(estimate.times().decode());
        }
    }

    private void bare(long nanos, boolean counted) throws Problem {
        long start = System.nanoTime();
        long frames = 0;
        while (System.nanoTime() - start < nanos) {
            estimator.model().runOnly();
            frames++;
        }
        if (!counted) return;
        bareFrames += frames;
        bareNanos += System.nanoTime() - start;
    }

    double pipelineFramesPerSecond() {
        return pipelineFrames * 1e9 / pipelineNanos;
    }

    double bareFramesPerSecond() {
        return bareFrames * 1e9 / bareNanos;
    }
}
