package org.hrscope.ui.shell;

import org.hrscope.capture.SourceInfo;
import org.hrscope.ui.player.LiveViewModel;

/// How a source was playing.
///
/// @param frame -1 where it cannot be sought
record Playback(long frame, boolean paused) {
    static Playback of(LiveViewModel live) {
        SourceInfo info = live.infoProperty().get();
        boolean seekable = info != null && info.seekable();
        return new Playback(
                seekable ? live.positionProperty().get() : -1, live.pausedProperty().get());
    }

    /// To a source that has just been opened.
    void applyTo(LiveViewModel live) {
        if (frame >= 0) live.seek(frame);
        // Also shows a frame.
        if (paused) live.step(frame >= 0 ? 0 : 1);
    }
}
