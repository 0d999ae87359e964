package org.hrscope.ui.selection;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// How long nobody must be seen before that is said: someone missed in a single frame is still there, and a slow
/// network takes a second over a frame. Another image of a folder is no missed frame of the one before. FX thread.
public final class Absence {
    private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(500);

    /// Longer gaps are pauses.
    private static final long LONGEST_GAP = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier clock;
    private final ReadOnlyBooleanWrapper absent = new ReadOnlyBooleanWrapper(true);
    private String image = "";

    /// Whether the last frame showed nobody.
    private boolean missing;

    private long missed;

    /// Whether this image or video has shown somebody.
    private boolean seen;

    private long last;
    private long gap;

    /// @param clock in nanoseconds
    public Absence(LongSupplier clock) {
        this.clock = clock;
    }

    /// Whether nobody has been seen for a while.
    public ReadOnlyBooleanProperty absentProperty() {
        return absent.getReadOnlyProperty();
    }

    /// A new frame is on stage.
    ///
    /// @param from what the frame comes from: the name of an image or of a video
    public void frame(boolean someone, String from) {
        long now = clock.getAsLong();
        if (!from.equals(image)) {
            image = from;
            seen = false;
            gap = 0;
        }
        if (someone) {
            if (seen) gap = Math.min(now - last, LONGEST_GAP);
            seen = true;
            last = now;
            absent.set(false);
        } else if (!missing) {
            missed = now;
        }
        missing = !someone;
    }

    /// Once per pulse.
    public void pulse() {
        if (missing && clock.getAsLong() - missed > patience()) absent.set(true);
    }

    /// In nanoseconds: two frames and a half.
    private long patience() {
        return Math.max(LEAST, gap * 5 / 2);
    }
}
