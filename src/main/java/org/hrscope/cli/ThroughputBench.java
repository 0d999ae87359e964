package org.hrscope.cli;

import org.hrscope.capture.FrameSource;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.Problem;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.RollingTimes;

/// The live pipeline and the bare session in short turns of equally many frames, so that a machine that changes its pace
/// changes it for both.
final class ThroughputBench {
    private static final int TIMES = 20_000;

    /// Frames of one turn: about half a second.
    private static final int TURN = 32;

    /// Turns that only warm up.
    private static final int WARM_UP = 4;

    /// Between two turns: what was read ahead is there then, and takes nothing from the bare session.
    private static final long BREATH_MILLIS = 20;

    private final PoseEstimator estimator;
    private final FrameRun.Opening opening;
    private final EngineSettings settings = EngineSettings.standard();
    private final FrameAnalysis analysis = new FrameAnalysis();
    private long turns;
    private long framesInTurn;
    private long turnStart;
    private long pipelineNanos;
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
        long end = System.nanoTime() + (long) (seconds * 1e9);
        turnStart = System.nanoTime();
        FrameRun.run(
                opening,
                grabbed -> {
                    try (PipelineResult result =
                            analysis.analyse(grabbed, estimator, settings, 0)) {
                        if (turns >= WARM_UP) count(result);
                    }
                    if (++framesInTurn == TURN) turnOver();
                    return turns <= WARM_UP || System.nanoTime() < end;
                });
    }

    private void turnOver() throws Problem {
        long pipeline = System.nanoTime() - turnStart;
        breathe();
        long start = System.nanoTime();
        for (int i = 0; i < TURN; i++) estimator.model().runOnly();
        if (turns >= WARM_UP) {
            pipelineNanos += pipeline;
            bareNanos += System.nanoTime() - start;
        }
        turns++;
        framesInTurn = 0;
        turnStart = System.nanoTime();
    }

    private static void breathe() {
        try {
            Thread.sleep(BREATH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(PipelineResult result) {
        grab.add(result.grabNanos());
        for (Estimate estimate : result.estimates()) {
            crop.add(estimate.times().crop());
            infer.add(estimate.times().infer());
            decode.add(estimate.times().decode());
        }
    }

    double pipelineFramesPerSecond() {
        return counted() * 1e9 / pipelineNanos;
    }

    double bareFramesPerSecond() {
        return counted() * 1e9 / bareNanos;
    }

    private long counted() {
        return (turns - WARM_UP) * TURN;
    }
}
