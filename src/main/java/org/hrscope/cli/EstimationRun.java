package org.hrscope.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.Frame;
import org.hrscope.model.Pose;
import org.hrscope.model.Problem;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.Grabbed;

/// One source of `estimate` from its first picture to its last: the people of one are looked for while those of another
/// are drawn and written. One thread.
final class EstimationRun {
    private final PeopleFinder finder;
    private final Keeper keeper;
    private final ProgressLine progress;
    private final long most;
    private final Deque<Begun> underWay = new ArrayDeque<>();
    private long begun;
    private long done;
    private long total;

    /// Where what was found goes.
    interface Keeper {
        void keep(Frame frame, List<Pose> people) throws Problem;
    }

    private record Begun(Frame frame, PeopleFinder.Search search) {}

    /// @param most pictures to take of the source; 0 for all
    EstimationRun(PeopleFinder finder, Keeper keeper, ProgressLine progress, long most) {
        this.finder = finder;
        this.keeper = keeper;
        this.progress = progress;
        this.most = most;
    }

    /// Returns how many pictures there were. Where the source breaks off, what it gave before is kept.
    long run(FrameRun.Opening opening, Consumer<Problem> skipped)
            throws Problem, InterruptedException {
        try {
            FrameRun.run(opening, this::take, skipped);
        } finally {
            while (!underWay.isEmpty()) finish();
        }
        return done;
    }

    private boolean take(Grabbed grabbed) throws Problem {
        total = most == 0 ? grabbed.source().frames() : most;
        PeopleFinder.Search search = finder.begin(grabbed);
        underWay.add(new Begun(grabbed.frame().retain(), search));
        if (underWay.size() == PoseEstimator.AT_ONCE) finish();
        return ++begun != most;
    }

    private void finish() throws Problem {
        Begun oldest = underWay.remove();
        try (Frame frame = oldest.frame) {
            keeper.keep(frame, oldest.search.people());
            progress.at(++done, total, frame.origin().name());
        }
    }
}
