package org.hrscope.pipeline;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonFinder;
import org.hrscope.threads.Fault;
import org.hrscope.threads.GuardedThread;
import org.hrscope.threads.Repeats;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The inference thread: takes the newest frame, runs the network on it, publishes the result. Keeps the last frame, so
/// that a change of settings or model shows while the source is paused.
final class InferenceLoop {
    private static final Logger LOG = LoggerFactory.getLogger(InferenceLoop.class);

    private final LatestSlot<Grabbed> frames;
    private final Outlet outlet;
    private final Supplier<EngineSettings> settings;
    private final Consumer<Problem> trouble;
    private final Analyses analyses;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final AtomicReference<@Nullable PoseEstimator> next = new AtomicReference<>();
    private final AtomicReference<@Nullable Callable<PersonFinder>> nextFinder =
            new AtomicReference<>();
    private final ResultSmoothing smoothing = new ResultSmoothing();
    private final Repeats repeats = new Repeats();
    private final GuardedThread thread;
    private @Nullable PoseEstimator estimator;
    private @Nullable Grabbed last;
    private @Nullable PipelineResult lastResult;
    private volatile boolean ended;

    InferenceLoop(
            LatestSlot<Grabbed> frames,
            LatestSlot<PipelineResult> results,
            Supplier<EngineSettings> settings,
            Callable<PersonFinder> finder,
            Consumer<Problem> trouble) {
        this.frames = frames;
        outlet = new Outlet(results);
        this.settings = settings;
        this.trouble = trouble;
        analyses = new Analyses(finder, frames::wake);
        thread = new GuardedThread("inference", this::run, trouble);
    }

    void start() {
        thread.start();
    }

    /// From any thread: the estimator to use from now on.
    void use(PoseEstimator newest) {
        replaceNext(newest);
        if (ended) replaceNext(null);
        frames.wake();
    }

    /// From any thread: the finder to use from now on, opened when everyone is next looked for.
    void find(Callable<PersonFinder> newest) {
        nextFinder.set(newest);
        frames.wake();
    }

    /// See [PoseEngine#glances].
    LatestSlot<PipelineResult> glances() {
        return outlet.glances();
    }

    /// From any thread: a frame of what plays. What is only watched takes no other's place.
    void offer(Grabbed grabbed) {
        // A camera may come back as another one.
        if (grabbed.aside()) {
            outlet.watch(grabbed.playing());
            frames.offerIfEmpty(grabbed);
        } else {
            outlet.of(grabbed.playing());
            frames.offer(grabbed);
        }
    }

    /// From any thread: what plays from now on. Frames of the former source that are in work are not published.
    ///
    /// @param newest as its frames carry it
    void of(Object newest) {
        frames.clear();
        outlet.of(newest);
    }

    /// From any thread: estimate the last frame again unless another arrives.
    void refresh() {
        stale.set(true);
        frames.wake();
    }

    /// @return whether the thread ended in that time and closed what it holds
    boolean close(Duration patience) {
        thread.interrupt();
        boolean ended = thread.join(patience);
        frames.clear();
        outlet.clear();
        return ended;
    }

    private void run() throws InterruptedException {
        try {
            while (!Thread.interrupted()) {
                if (analysis().lanesBusy()) {
                    analysis().awaitLane();
                    finishReady();
                } else {
                    guarded(frames.take(analysis().nextBegin()));
                }
            }
        } finally {
            // First: whatever is brought after the last look at what is next closes itself.
            ended = true;
            release();
        }
    }

    /// All of it, though closing one of them fails. The frames in flight first: they use the others.
    private void release() {
        try (PoseEstimator _ = next.getAndSet(null);
                PoseEstimator _ = estimator;
                Grabbed _ = last;
                Analyses _ = analyses) {
            // Closed in reverse.
        }
    }

    private void replaceNext(@Nullable PoseEstimator newest) {
        PoseEstimator unused = next.getAndSet(newest);
        if (unused != null) unused.close();
    }

    /// A frame that fails costs that frame only.
    private void guarded(@Nullable Grabbed grabbed) {
        try {
            turn(grabbed);
        } catch (Throwable thrown) {
            if (grabbed != null && grabbed != last && !grabbed.aside()) grabbed.close();
            tell(thrown);
        } finally {
            if (grabbed != null && grabbed.aside()) grabbed.close();
        }
    }

    /// @param grabbed null if there is no new frame
    private void turn(@Nullable Grabbed grabbed) throws Problem {
        boolean wanted = stale.getAndSet(false);
        boolean switched = switchEstimator() | switchFinder();
        PoseEstimator current = estimator;
        if (grabbed != null && !grabbed.aside()) keep(grabbed);
        else if (current != null && (wanted || switched)) again(current, switched);
        if (grabbed != null && current != null) begin(grabbed, current);
        finishReady();
    }

    private Analysis<?> analysis() {
        return analyses.current();
    }

    private boolean switchEstimator() {
        PoseEstimator newest = next.getAndSet(null);
        if (newest == null) return false;
        finishAll();
        try (PoseEstimator _ = estimator) {
            estimator = newest;
        } catch (RuntimeException notClosed) {
            tell(notClosed);
        }
        return true;
    }

    private boolean switchFinder() {
        Callable<PersonFinder> newest = nextFinder.getAndSet(null);
        if (newest == null) return false;
        finishAll();
        analyses.find(newest);
        return true;
    }

    private void keep(Grabbed grabbed) {
        if (last != null && last.playing() != grabbed.playing()) {
            finishAll();
            smoothing.clear();
        }
        Grabbed former = last;
        last = grabbed;
        lastResult = null;
        if (former != null) former.close();
    }

    private void begin(Grabbed grabbed, PoseEstimator current) throws Problem {
        EngineSettings now = settings.get();
        choose(now, grabbed);
        try {
            analysis().begin(grabbed, current, now, frames.dropped());
        } catch (Problem cause) {
            if (!analyses.withoutFinder()) throw cause;
            tell(cause);
            choose(now, grabbed);
            analysis().begin(grabbed, current, now, frames.dropped());
        }
    }

    /// @return whether it is another one than before
    private boolean choose(EngineSettings now, Grabbed grabbed) {
        Analysis<?> wanted = analyses.of(now, grabbed.frame());
        if (wanted == analysis()) return false;
        finishAll();
        analyses.change(wanted);
        return true;
    }

    private void again(PoseEstimator current, boolean switched) {
        finishAll();
        Grabbed grabbed = last;
        if (grabbed == null || outlet.former(grabbed.playing())) return;
        PipelineResult before = lastResult;
        boolean same = !choose(settings.get(), grabbed) && !switched;
        // Boxes from another network's poses would make this one's depend on what was open before.
        if (switched) analysis().restart();
        publish(
                grabbed.playing(),
                () -> {
                    if (same && before != null) {
                        return analysis().again(grabbed, before, current, settings.get());
                    }
                    begin(grabbed, current);
                    return analysis().finish();
                });
    }

    private void finishReady() {
        while (analysis().ready()) finish();
    }

    private void finishAll() {
        while (analysis().busy()) finish();
    }

    private void finish() {
        Grabbed oldest = analysis().oldest();
        if (oldest.aside()) glance(oldest.playing());
        else publish(oldest.playing(), analysis()::finish);
    }

    /// The oldest, which is not shown: it is neither kept nor smoothed, as what is kept may be estimated again.
    private void glance(Object of) {
        try {
            outlet.glance(analysis().finish(), of);
            repeats.wentWell();
        } catch (Throwable thrown) {
            tell(thrown);
        }
    }

    private interface Step {
        PipelineResult run() throws Problem;
    }

    private void publish(Object of, Step work) {
        try {
            PipelineResult result = finished(work.run());
            if (last != null && result.frame() == last.frame()) lastResult = result;
            outlet.show(result, of);
            repeats.wentWell();
        } catch (Throwable thrown) {
            tell(thrown);
        }
    }

    /// Takes over the result: what fails gives its frame back.
    private PipelineResult finished(PipelineResult found) {
        try {
            PipelineResult result = smoothed(found);
            return estimator == null ? result : result.on(estimator.cores());
        } catch (Throwable thrown) {
            found.close();
            throw thrown;
        }
    }

    private PipelineResult smoothed(PipelineResult result) {
        // Its joints are those that were shown.
        if (analyses.asKnown()) return result;
        boolean live = last != null && last.source().live();
        return smoothing.of(result, live, settings.get().smoothing());
    }

    private void tell(Throwable thrown) {
        Problem problem = Fault.of(thrown);
        if (!repeats.fresh(problem)) return;
        Fault.logged(() -> LOG.error("no estimate", thrown));
        trouble.accept(problem);
    }
}
