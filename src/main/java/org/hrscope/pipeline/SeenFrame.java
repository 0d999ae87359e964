package org.hrscope.pipeline;

import org.hrscope.domain.Frame;
import org.hrscope.pixels.Cover;
import org.hrscope.pixels.CoveredFrame;
import org.jspecify.annotations.Nullable;

/// The frame as the network sees it. A covered copy is kept until frame or cover change. One thread.
final class SeenFrame {
    private @Nullable Frame of;
    private @Nullable Frame seen;
    private Cover cover = Cover.NONE;

    /// @param altered null for nothing
    /// @return remains owned by this
    Frame of(Frame frame, @Nullable Alteration altered) {
        Cover now = altered == null ? Cover.NONE : altered.cover();
        Frame known = seen;
        if (now.isEmpty()) {
            forget();
            return frame;
        }
        if (known != null && frame == of && now.equals(cover)) return known;
        Frame covered = CoveredFrame.of(frame, now).frame();
        of = frame;
        cover = now;
        seen = covered;
        return covered;
    }

    /// Frees the copy.
    void forget() {
        of = null;
        seen = null;
        cover = Cover.NONE;
    }
}
