package org.hrscope.pipeline;

import java.util.concurrent.Callable;
import org.hrscope.domain.Frame;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;

/// The ways of looking at a frame: at everyone, at one box, at whom is known to be there. Only the current one has
/// frames in flight. One thread.
final class Analyses implements AutoCloseable {
    private final Runnable whenReady;
    private final FrameAnalysis one;
    private final KnownFrameAnalysis known;
    private CrowdAnalysis crowd;
    private Analysis<?> current;
    private boolean noFinder;

    /// @param finder    opened when everyone is first looked for
    /// @param whenReady as for [Analysis]
    Analyses(Callable<PersonFinder> finder, Runnable whenReady) {
        this.whenReady = whenReady;
        one = new FrameAnalysis(whenReady);
        known = new KnownFrameAnalysis(whenReady);
        crowd = new CrowdAnalysis(finder, whenReady);
        current = one;
    }

    Analysis<?> current() {
        return current;
    }

    /// The one for this frame.
    Analysis<?> of(EngineSettings settings, Frame frame) {
        KnownFrame shared = settings.known();
        if (shared != null && shared.is(frame.origin())) return known;
        return settings.people() == PersonMode.EVERYONE && !noFinder ? crowd : one;
    }

    /// Nothing may be in flight.
    void change(Analysis<?> next) {
        current = next;
        next.restart();
    }

    /// Another finder, also where none could be had before; nothing may be in flight.
    void find(Callable<PersonFinder> newest) {
        noFinder = false;
        try (CrowdAnalysis former = crowd) {
            crowd = new CrowdAnalysis(newest, whenReady);
            if (current == former) current = crowd;
        }
    }

    /// Better one person than none: where the finder cannot be had, everyone is no longer looked for.
    ///
    /// @return whether the current one failed for that; else the network did
    boolean withoutFinder() {
        boolean lost = current == crowd && crowd.withoutFinder();
        noFinder |= lost;
        return lost;
    }

    /// Whether joints are shown as they are known.
    boolean asKnown() {
        return current == known;
    }

    @Override
    public void close() {
        try (FrameAnalysis _ = one;
                KnownFrameAnalysis _ = known;
                CrowdAnalysis _ = crowd) {
            // All of them, though closing one fails.
        }
    }
}
