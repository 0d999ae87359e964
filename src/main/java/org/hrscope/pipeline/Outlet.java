package org.hrscope.pipeline;

import org.jspecify.annotations.Nullable;

/// Where results go: those of what plays are shown, those of a paused camera that is only watched are glances. Whatever
/// played before has neither any more. Thread-safe.
final class Outlet {
    private final LatestSlot<PipelineResult> shown;
    private final LatestSlot<PipelineResult> glances = new LatestSlot<>();
    private @Nullable Object playing;

    /// What is looked at: the same, or what a paused camera has come back as, while its held picture stays.
    private @Nullable Object watched;

    Outlet(LatestSlot<PipelineResult> shown) {
        this.shown = shown;
    }

    /// See [PoseEngine#glances].
    LatestSlot<PipelineResult> glances() {
        return glances;
    }

    /// What plays from now on.
    ///
    /// @param newest as its frames carry it
    synchronized void of(Object newest) {
        if (newest == playing) return;
        playing = newest;
        watched = newest;
        clear();
    }

    /// What is watched from now on; what is shown stays.
    synchronized void watch(Object newest) {
        watched = newest;
    }

    /// Whether this played before something else did.
    synchronized boolean former(Object source) {
        return playing != null && source != playing;
    }

    /// Takes over the result.
    synchronized void show(PipelineResult result, Object of) {
        if (former(of)) result.close();
        else shown.offer(result);
    }

    /// Takes over the result.
    synchronized void glance(PipelineResult result, Object of) {
        if (of == watched) glances.offer(result);
        else result.close();
    }

    synchronized void clear() {
        shown.clear();
        glances.clear();
    }
}
