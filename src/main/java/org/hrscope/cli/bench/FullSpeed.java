package org.hrscope.cli.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hrscope.capture.FrameSource;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.Analysis;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.PipelineResult;

/// A pipeline that takes every frame as soon as it can, in turns that begin and end with nothing in flight. One thread.
///
/// @param analysis owned by this object
/// @param source   endless, and left open after a turn
record FullSpeed(Analysis<?> analysis, EngineSettings settings, FrameSource source)
        implements AutoCloseable {

    /// Sees a result before it is closed.
    interface Work {
        void on(PipelineResult result) throws Problem;
    }

    /// @param frames all that were begun, and finished
    /// @param nanos  by the clock, until a lane's last frame is finished: the mean of the lanes. That one lane then has
    ///     nothing left to do is no part of a live run, but a large part of a turn in which a network runs ten times
    record Turn(int frames, long nanos) {}

    Turn turn(PoseEstimator estimator, double seconds, Work work)
            throws Problem, InterruptedException {
        int[] frames = {0};
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        FrameRun.run(
                () -> new KeptOpen(source),
                grabbed -> {
                    analysis.begin(grabbed, estimator, settings, 0);
                    frames[0]++;
                    if (System.nanoTime() > end) return false;
                    do {
                        analysis.awaitLane();
                        while (analysis.ready()) finish(work);
                    } while (analysis.lanesBusy());
                    return true;
                });
        Deque<Long> last = new ArrayDeque<>();
        while (analysis.busy()) {
            finish(work);
            last.add(System.nanoTime() - start);
            if (last.size() > estimator.atOnce()) last.remove();
        }
        return new Turn(frames[0], last.stream().mapToLong(each -> each).sum() / last.size());
    }

    private void finish(Work work) throws Problem {
        try (PipelineResult result = analysis.finish()) {
            work.on(result);
        }
    }

    @Override
    public void close() {
        analysis.close();
    }
}
