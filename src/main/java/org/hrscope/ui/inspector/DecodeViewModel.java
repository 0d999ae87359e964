package org.hrscope.ui.inspector;

import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.ModelInfo;
import org.hrscope.inference.Estimate;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.PosePair;
import org.jspecify.annotations.Nullable;

/// How the selected joint is decoded from its heatmap: a few times a second while playing, so that figures stay
/// readable, and for exactly the frame shown when paused. FX thread.
public final class DecodeViewModel {
    private static final long PAUSE = 200_000_000;

    private record Seen(
            Heatmaps maps, CropGeometry geometry, ModelInfo model, int person, long frame) {
        static Seen of(Person person, PipelineResult result) {
            Estimate estimate = person.estimate();
            return new Seen(
                    estimate.heatmaps(),
                    estimate.geometry(),
                    result.model(),
                    person.identity(),
                    result.frame().origin().index());
        }

        /// What the cut network makes of the same person.
        Seen cut(PosePair pair) {
            return new Seen(pair.b().maps(), pair.geometry(), model, person, pair.frame().index());
        }
    }

    private final Selection selection;
    private final ObservableBooleanValue still;
    private final LongSupplier clock;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Decoding> decoding =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Seen newest;
    private @Nullable PosePair cut;
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
        newest = result.person().map(person -> Seen.of(person, result)).orElse(null);
        if (still.get() || clock.getAsLong() - decoded >= PAUSE) decode();
    }

    /// Decodes what the cut network sees, as the stage shows it; null for the whole one's.
    public void cut(@Nullable PosePair pair) {
        cut = pair;
        decode();
    }

    private void decode() {
        Seen seen = newest;
        if (seen != null && cut != null && cut.person() == seen.person) seen = seen.cut(cut);
        if (!active.get()) return;
        if (seen == null) {
            decoding.set(null);
            return;
        }
        decoded = clock.getAsLong();
        int joint = selection.jointProperty().get();
        boolean there = joint >= 0 && joint < seen.maps.joints();
        decoding.set(
                there
                        ? Decoding.of(seen.maps, seen.geometry, seen.model, seen.frame, joint)
                        : null);
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
