package org.hrscope.ui.player;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleLongProperty;

/// The part of a file that was marked. What is opened next has no marks, be it the same file again. FX thread.
public final class MarkedRange {
    /// A mark that is not set.
    public static final long UNSET = -1;

    private final LongProperty from = new SimpleLongProperty(UNSET);
    private final LongProperty to = new SimpleLongProperty(UNSET);

    /// @param openings see [LiveViewModel#openingsProperty()]
    public MarkedRange(ReadOnlyLongProperty openings) {
        openings.subscribe((_, _) -> {
            from.set(UNSET);
            to.set(UNSET);
        });
    }

    /// The first frame, or [#UNSET].
    public LongProperty fromProperty() {
        return from;
    }

    /// The last frame, or [#UNSET].
    public LongProperty toProperty() {
        return to;
    }

    /// Whether there is anything to be seen.
    public boolean marked() {
        return from.get() != UNSET || to.get() != UNSET;
    }

    public long first() {
        return Math.max(0, from.get());
    }

    /// @param frames of the source
    public long last(long frames) {
        return to.get() == UNSET ? frames - 1 : to.get();
    }
}
