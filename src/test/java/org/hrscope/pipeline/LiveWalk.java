package org.hrscope.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.hrscope.threads.CoreShare;

/// A source played live on a machine of known speed: frame n comes at n / rate, those that the machine has no time for
/// are dropped, and the finder's answer comes when its time is over. By a clock of its own, so that every run is the
/// same. One thread.
final class LiveWalk implements AutoCloseable {
    private static final EngineSettings EVERYONE =
            new EngineSettings(Decoder.QUARTER, false, PersonMode.EVERYONE, null, 1, true);

    private final FrameSource source;
    private final PoseEstimator estimator;
    private final CrowdAnalysis analysis;
    private long now;
    private int mostPoses;

    LiveWalk(FrameSource source, PoseEstimator estimator, PersonFinder finder, long finderMillis) {
        this.source = source;
        this.estimator = estimator;
        analysis =
                new CrowdAnalysis(
                        new TimedFinder(finder, finderMillis * 1_000_000), () -> now, () -> {});
    }

    /// @param next which frame the loop gets after this one
    /// @param saw  receives each result and closes none
    void play(long frames, LongUnaryOperator next, Consumer<PipelineResult> saw)
            throws Problem, InterruptedException {
        // The loop knows a source by this very object.
        SourceInfo info = source.info();
        long wanted = 0;
        for (long index = 0; index < frames; index++) {
            Frame frame = source.next();
            if (frame == null) break;
            try (Grabbed grabbed = new Grabbed(frame, info, 0)) {
                if (index < wanted) continue;
                wanted = next.applyAsLong(index);
                now = Math.max(now, frame.origin().positionNanos());
                analysis.begin(grabbed, estimator, EVERYONE, 0);
            }
            analysis.replaceAll(this::counted);
            if (analysis.full()) finish(saw);
        }
        while (analysis.busy()) finish(saw);
    }

    private CrowdAnalysis.UnderWay counted(CrowdAnalysis.UnderWay frame) {
        mostPoses = Math.max(mostPoses, frame.estimates().size());
        return frame;
    }

    /// The most boxes that the pose network looked into for one frame, without those that waited for the finder.
    int mostPoses() {
        return mostPoses;
    }

    /// By the clock of this walk.
    double seconds() {
        return now / 1e9;
    }

    private void finish(Consumer<PipelineResult> saw) throws Problem {
        try (PipelineResult result = analysis.finish()) {
            saw.accept(result);
        }
    }

    /// Answers as if finding took so long.
    private final class TimedFinder implements BackgroundFinder {
        private final PersonFinder finder;
        private final long nanos;

        TimedFinder(PersonFinder finder, long nanos) {
            this.finder = finder;
            this.nanos = nanos;
        }

        @Override
        public CompletableFuture<Answer> find(Frame frame, CoreShare cores) {
            Later later = new Later(now + nanos);
            try {
                later.complete(new Answer(finder.find(frame), nanos));
            } catch (Problem cause) {
                later.completeExceptionally(cause);
            }
            return later;
        }

        @Override
        public boolean lost() {
            return false;
        }

        @Override
        public void close() {}
    }

    /// Done at that time; whoever waits for it loses the time until then.
    private final class Later extends CompletableFuture<BackgroundFinder.Answer> {
        private final long ready;

        Later(long ready) {
            this.ready = ready;
        }

        @Override
        public boolean isDone() {
            return now >= ready && super.isDone();
        }

        @Override
        public BackgroundFinder.Answer join() {
            now = Math.max(now, ready);
            return super.join();
        }
    }

    @Override
    public void close() {
        analysis.close();
    }
}
