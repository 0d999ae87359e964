package org.hrscope.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.PersonFinder;

/// The live engine: one capture thread per source, one inference thread, and latest-wins slots between them. It never
/// waits for the reader of [#results()]. All methods may be called from any thread and return at once, except [#end()].
public final class PoseEngine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Opens a source; called on that source's capture thread.
    public interface SourceOpening {
        FrameSource open(SourceSpec spec) throws Problem;
    }

    private volatile EngineSettings settings;

    private final LatestSlot<Grabbed> frames = new LatestSlot<>();
    private final LatestSlot<PipelineResult> results = new LatestSlot<>();
    private final InferenceLoop inference;
    private final Requests requests;

    public PoseEngine(SourceOpening opening, EngineSettings initial, EngineListener listener) {
        this(opening, () -> new FinderOpener().bundled(), initial, listener);
    }

    /// @param finder opens it when everyone is first looked for, on a thread of its own
    public PoseEngine(
            SourceOpening opening,
            Callable<PersonFinder> finder,
            EngineSettings initial,
            EngineListener listener) {
        this(opening, finder, initial, listener, PATIENCE);
    }

    /// @param patience how long a camera may take to be let go
    PoseEngine(
            SourceOpening opening,
            Callable<PersonFinder> finder,
            EngineSettings initial,
            EngineListener listener,
            Duration patience) {
        settings = initial;
        inference = new InferenceLoop(frames, results, this::settings, finder, listener::problem);
        requests =
                new Requests(opening, new Devices(patience), this::settings, inference, listener);
        inference.start();
    }

    /// The newest result; whoever polls it closes it.
    public LatestSlot<PipelineResult> results() {
        return results;
    }

    /// The newest result of a live source that is paused and watched, for [Transport#watched]; whoever polls it closes
    /// it.
    public LatestSlot<PipelineResult> glances() {
        return inference.glances();
    }

    public EngineSettings settings() {
        return settings;
    }

    /// Takes effect from the next frame; a paused frame is estimated again.
    public void settings(EngineSettings changed) {
        settings = changed;
        inference.refresh();
    }

    /// From the next frame on; the engine closes the estimator.
    public void use(PoseEstimator estimator) {
        inference.use(estimator);
    }

    /// From the next frame on.
    ///
    /// @param finder opens it when everyone is next looked for, on a thread of its own
    public void find(Callable<PersonFinder> finder) {
        inference.find(finder);
    }

    /// Transport of the current source; null before the first.
    public Optional<Transport> transport() {
        return requests.transport();
    }

    /// What was asked for and does not play yet.
    public Optional<SourceSpec> opening() {
        return requests.opening();
    }

    /// Opens a source and plays it. The current one keeps playing until the new one is open, and if it fails to open;
    /// where nothing plays yet, what was asked for first does. A camera that is to play in another mode stops first,
    /// because no device opens twice; in the same mode it plays on. Of several pending requests, the last wins, and
    /// waits for a superseded one that has the same device.
    public void play(SourceSpec spec) {
        requests.play(spec);
    }

    /// Stops all threads, which close the source and the model. The wait is bounded.
    ///
    /// @return whether all threads have ended
    public boolean end() {
        long patienceEnds = System.nanoTime() + PATIENCE.toNanos();
        boolean ended = requests.close(until(patienceEnds));
        ended &= inference.close(until(patienceEnds));
        return ended;
    }

    static Duration until(long nanos) {
        return Duration.ofNanos(Math.max(1, nanos - System.nanoTime()));
    }

    @Override
    public void close() {
        end();
    }
}
