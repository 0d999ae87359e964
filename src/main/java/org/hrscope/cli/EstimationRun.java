package org.hrscope.cli;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.export.FoundImage;
import org.hrscope.export.SavedImage;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.threads.Fault;
import org.jspecify.annotations.Nullable;

/// One source of `estimate` from its first picture to its last: the people of one are looked for while those of another
/// are drawn and written. One thread.
final class EstimationRun {
    private final PeopleFinder finder;
    private final Naming naming;
    private final Keeper keeper;
    private final Progress progress;
    private final long most;
    private final Deque<Begun> underWay = new ArrayDeque<>();
    private Iterator<SavedImage> before = Collections.emptyIterator();
    private @Nullable Throwable ours;
    private boolean stopped;
    private long begun;
    private long done;
    private long total;

    /// What a picture is called.
    interface Naming {
        /// @param count of the pictures of the source before this one. Counted: a source's own numbers come from
        /// timestamps, which begin anew where two recordings were joined
        RunPlan.Subject name(Frame frame, long count);
    }

    /// Where what was found goes.
    interface Keeper {
        /// @param asked null for a frame of a video where the run was stopped: what a finder says of the frame after it counts for
        /// this one, too, and nobody has asked it
        void keep(FoundImage found, @Nullable Asked asked) throws Problem;
    }

    /// Told of each image.
    interface Progress {
        void at(int file, long done, long total, String name);
    }

    private record Begun(
            Frame frame, RunPlan.Subject subject, Asked asked, PeopleFinder.Search search) {
        boolean still() {
            return subject.image().frame() == null;
        }
    }

    /// @param most pictures to take of the source; 0 for all
    EstimationRun(PeopleFinder finder, Naming naming, Keeper keeper, Progress progress, long most) {
        this.finder = finder;
        this.naming = naming;
        this.keeper = keeper;
        this.progress = progress;
        this.most = most;
    }

    /// @param before the frames of the source that a run which broke off has done, in their order; they are not kept again
    EstimationRun after(Iterator<SavedImage> before) {
        this.before = before;
        return this;
    }

    /// Where the source breaks off or fails, or the thread is interrupted, what it gave before is kept.
    ///
    /// @param bad told what the source passed over, and why it broke off if it did
    /// @throws Problem of the network or of the outputs, which all further pictures would meet too
    void run(FrameRun.Opening opening, Consumer<Problem> bad) throws Problem, InterruptedException {
        try {
            FrameRun.run(opening, this::take, bad);
            finishAll();
        } catch (Problem cause) {
            if (cause == ours) throw cause;
            finishAll();
            bad.accept(cause);
        } catch (RuntimeException | Error e) {
            // One huge file, or one that nobody foresaw: the next may be an ordinary one.
            if (e == ours) throw e;
            finishAll();
            bad.accept(Fault.of(e));
        } catch (InterruptedException e) {
            stopped = true;
            finishAll();
            throw e;
        } finally {
            underWay.forEach(each -> each.frame.close());
        }
    }

    private boolean take(Grabbed grabbed) throws Problem {
        total = most == 0 ? grabbed.source().frames() : most;
        RunPlan.Subject subject = naming.name(grabbed.frame(), begun);
        Asked asked = new Asked(before.hasNext() ? before.next() : null);
        PeopleFinder.Search search = ours(() -> finder.begin(grabbed, subject.known(), asked));
        underWay.add(new Begun(grabbed.frame().retain(), subject, asked, search));
        if (underWay.size() == PoseEstimator.AT_ONCE) finish();
        return ++begun != most;
    }

    private void finishAll() throws Problem {
        while (!underWay.isEmpty()) finish();
    }

    private void finish() throws Problem {
        Begun oldest = underWay.remove();
        try (Frame frame = oldest.frame) {
            ours(() -> {
                FoundImage found = oldest.subject.found(oldest.search.people(), frame);
                if (!oldest.asked.before())
                    keeper.keep(found, stopped && !oldest.still() ? null : oldest.asked);
                return ++done;
            });
            if (oldest.asked.before()) return;
            int file = oldest.subject.file();
            progress.at(
                    file,
                    oldest.still() ? 1 : done,
                    oldest.still() ? 1 : total,
                    frame.origin().name());
        }
    }

    private interface Work<T> {
        T result() throws Problem;
    }

    /// What goes wrong in it is no fault of the source.
    private <T> T ours(Work<T> work) throws Problem {
        try {
            return work.result();
        } catch (Problem | RuntimeException | Error cause) {
            ours = cause;
            throw cause;
        }
    }
}
