package org.hrscope.batch;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.export.FoundImage;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.threads.Fault;
import org.jspecify.annotations.Nullable;

/// One source of `estimate` from first to last image: people are found in one image while the previous one is drawn
/// and written. One thread.
final class EstimationRun {
    private final PeopleFinder finder;
    private final Naming naming;
    private final Keeper keeper;
    private final Estimation.Progress progress;
    private final long most;
    private final Deque<Begun> underWay = new ArrayDeque<>();
    private Iterator<SavedImage> before = Collections.emptyIterator();
    private @Nullable Throwable ours;
    private boolean stopped;
    private long begun;
    private long done;
    private long total;

    /// Names images.
    interface Naming {
        /// @param count images of the source before this one. Counted, because a source's own numbers come from
        ///     timestamps, which restart where recordings are joined
        RunPlan.Subject name(Frame frame, long count);
    }

    /// Where results go.
    interface Keeper {
        /// @param answers null for the last frame of an interrupted video: it lacks the next frame's detections,
        ///     which affect its result, so it must not be journalled
        void keep(FoundImage found, @Nullable NetworkAnswers answers) throws Problem;
    }

    private record Begun(
            Frame frame,
            RunPlan.Subject subject,
            NetworkAnswers answers,
            PeopleFinder.Search search) {
        boolean still() {
            return subject.image().frame() == null;
        }
    }

    /// @param most images to take from the source; 0 for all
    EstimationRun(
            PeopleFinder finder,
            Naming naming,
            Keeper keeper,
            Estimation.Progress progress,
            long most) {
        this.finder = finder;
        this.naming = naming;
        this.keeper = keeper;
        this.progress = progress;
        this.most = most;
    }

    /// @param before frames that an interrupted run finished, in order; they come again, with their pixels
    EstimationRun after(Iterator<SavedImage> before) {
        this.before = before;
        return this;
    }

    /// If the source breaks off, fails or is interrupted, its earlier results are kept.
    ///
    /// @param bad receives what the source skipped, and why it broke off if it did
    /// @throws Problem from the network or the outputs, which every further image would hit too
    void run(FrameRun.Opening opening, Consumer<Problem> bad) throws Problem, InterruptedException {
        try {
            FrameRun.run(opening, this::take, bad);
            finishAll();
        } catch (Problem cause) {
            if (cause == ours) throw cause;
            finishAll();
            bad.accept(cause);
        } catch (RuntimeException | Error e) {
            // Out of memory or an unexpected error on one file: the next may be fine.
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
        underWay.add(ours(() -> begin(grabbed)));
        if (underWay.size() == finder.atOnce()) finish();
        return ++begun != most;
    }

    private Begun begin(Grabbed grabbed) throws Problem {
        RunPlan.Subject subject = naming.name(grabbed.frame(), begun);
        NetworkAnswers answers = new NetworkAnswers(before.hasNext() ? before.next() : null);
        PeopleFinder.Search search = finder.begin(grabbed, subject.known(), answers);
        return new Begun(grabbed.frame().retain(), subject, answers, search);
    }

    private void finishAll() throws Problem {
        while (!underWay.isEmpty()) finish();
    }

    private void finish() throws Problem {
        Begun oldest = underWay.remove();
        try (Frame frame = oldest.frame) {
            ours(() -> {
                FoundImage found = oldest.subject.found(oldest.search.people(), frame);
                oldest.answers.asked(frame);
                boolean untold = stopped && !oldest.still() && !oldest.answers.before();
                keeper.keep(found, untold ? null : oldest.answers);
                return ++done;
            });
            if (oldest.answers.before()) return;
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

    /// Failures in here are not the source's fault.
    private <T> T ours(Work<T> work) throws Problem {
        try {
            return work.result();
        } catch (Problem | RuntimeException | Error cause) {
            ours = cause;
            throw cause;
        }
    }
}
