package org.hrscope.ui.player;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hrscope.capture.SourceSpec;
import org.jspecify.annotations.Nullable;

/// What has been opening for so long that the user should know. FX thread.
final class SlowOpening {
    /// Nobody waits for what is open sooner.
    private static final long WAITED_NANOS = 500_000_000;

    private final ReadOnlyObjectWrapper<@Nullable SourceSpec> slow = new ReadOnlyObjectWrapper<>();
    private @Nullable SourceSpec asked;
    private long askedNanos;

    /// Once per pulse.
    ///
    /// @param opening null for nothing
    void pulse(@Nullable SourceSpec opening) {
        if (opening != asked) askedNanos = System.nanoTime();
        asked = opening;
        slow.set(System.nanoTime() - askedNanos < WAITED_NANOS ? null : opening);
    }

    /// Null for nothing.
    ReadOnlyObjectProperty<@Nullable SourceSpec> slowProperty() {
        return slow.getReadOnlyProperty();
    }
}
