package org.hrscope.cli.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.Analysis;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.PipelineResult;

/// One setup on one source, alternating with others. A turn begins and ends with nothing in flight. One thread.
final class PeopleTurns implements AutoCloseable {
    private final Analysis<?> analysis;
    private final EngineSettings settings;
    private final PreparedFrames source;
    private final AtomicInteger finderRuns;
    private long nanos;
    private long processorNanos;
    private long frames;
    private long people;
    private long found;

    /// @param analysis   owned by this object
    /// @param source     endless, and left open
    /// @param finderRuns counted elsewhere
    PeopleTurns(
            Analysis<?> analysis,
            EngineSettings settings,
            PreparedFrames source,
            AtomicInteger finderRuns) {
        this.analysis = analysis;
        this.settings = settings;
        this.source = source;
        this.finderRuns = finderRuns;
    }

    /// @return wall-clock milliseconds per frame
    double turn(PoseEstimator estimator, double seconds, boolean counted)
            throws Problem, InterruptedException {
        long processor = processorNanosOfThisProcess();
        int runs = finderRuns.get();
        int[] done = {0};
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        FrameRun.run(
                () -> new KeptOpen(source),
                grabbed -> {
                    done[0]++;
                    analysis.begin(grabbed, estimator, settings, 0);
                    boolean over = System.nanoTime() > end;
                    do {
                        analysis.awaitLane();
                        while (analysis.ready() || over && analysis.busy()) finish(counted);
                    } while (analysis.lanesBusy());
                    return !over;
                });
        long took = System.nanoTime() - start;
        if (counted) {
            nanos += took;
            found += finderRuns.get() - runs;
            processorNanos += processorNanosOfThisProcess() - processor;
        }
        return took / 1e6 / done[0];
    }

    private void finish(boolean counted) throws Problem {
        try (PipelineResult result = analysis.finish()) {
            if (!counted) return;
            frames++;
            people += result.people().size();
        }
    }

    /// Per frame, on average.
    double people() {
        return (double) people / frames;
    }

    /// CPU time of all threads per frame: meaningful even if others use the machine.
    double processorMillis() {
        return processorNanos / 1e6 / frames;
    }

    /// 0 where the system does not report it.
    static long processorNanosOfThisProcess() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    double finderRunsPerSecond() {
        return found * 1e9 / nanos;
    }

    double finderRunsPerFrame() {
        return (double) found / frames;
    }

    double framesPerSecond() {
        return frames * 1e9 / nanos;
    }

    @Override
    public void close() {
        analysis.close();
    }
}
