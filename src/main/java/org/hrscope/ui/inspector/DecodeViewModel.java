package org.hrscope.ui.inspector;

import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.hrscope.domain.ModelInfo;
import org.hrscope.inference.Estimate;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// How the selected joint is decoded from its heatmap: a few times a second while playing, so that figures stay
/// readable, and for exactly the frame shown when paused. FX thread.
public final class DecodeViewModel {
    private static final long PAUSE = 200_000_000;

    private record Seen(Estimate estimate, ModelInfo model, long frame) {}

    private final Selection selection;
    private final ObservableBooleanValue still;
    private final LongSupplier clock;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Decoding> decoding =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Seen newest;
    private long decoded;

    /// @param still whether the stage is paused
    /// @param clock nanoseconds
    public DecodeViewModel(Selection selection, ObservableBooleanValue still, LongSupplier clock) {
        this.selection = selection;
        this.still = still;
        this.clock = clock;
        decoded = clock.getAsLong() - PAUSE;
        Changes.of(this::decode, selection.jointProperty(), active, still);
    }

    /// The result on stage.
    public void show(PipelineResult result) {
        long frame = result.frame().origin().index();
        newest =
                result.person()
                        .map(person -> new Seen(person.estimate(), result.model(), frame))
                        .orElse(null);
        if (still.get() || clock.getAsLong() - decoded >= PAUSE) decode();
    }

    private void decode() {
        Seen seen = newest;
        if (!active.get()) return;
        if (seen == null) {
            decoding.set(null);
            return;
        }
        decoded = clock.getAsLong();
        int joint = selection.jointProperty().get();
        boolean there = joint >= 0 && joint < seen.estimate.heatmaps().joints();
        decoding.set(there ? Decoding.of(seen.estimate, seen.model, seen.frame, joint) : null);
    }

    /// Whether the panel is visible.
    public BooleanProperty activeProperty() {
        return active;
    }

    /// Null if no joint is selected.
    public ReadOnlyObjectProperty<@Nullable Decoding> decodingProperty() {
        return decoding.getReadOnlyProperty();
    }
}
