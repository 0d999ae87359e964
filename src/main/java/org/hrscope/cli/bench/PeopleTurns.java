package org.hrscope.cli.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;

/// One setup on one source, alternating with others. One thread.
final class PeopleTurns implements AutoCloseable {
    private final FullSpeed pipeline;
    private final AtomicInteger finderRuns;
    private long nanos;
    private long processorNanos;
    private long frames;
    private long people;
    private long found;

    /// @param pipeline   owned by this object
    /// @param finderRuns counted elsewhere
    PeopleTurns(FullSpeed pipeline, AtomicInteger finderRuns) {
        this.pipeline = pipeline;
        this.finderRuns = finderRuns;
    }

    /// @return wall-clock milliseconds per frame
    double turn(PoseEstimator estimator, double seconds, boolean counted)
            throws Problem, InterruptedException {
        long processor = processorNanosOfThisProcess();
        int runs = finderRuns.get();
        int[] seen = {0};
        FullSpeed.Turn turn =
                pipeline.turn(estimator, seconds, result -> seen[0] += result.people().size());
        if (counted) {
            nanos += turn.nanos();
            frames += turn.frames();
            people += seen[0];
            found += finderRuns.get() - runs;
            processorNanos += processorNanosOfThisProcess() - processor;
        }
        return turn.nanos() / 1e6 / turn.frames();
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
        pipeline.close();
    }
}
