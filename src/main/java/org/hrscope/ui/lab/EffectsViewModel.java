package org.hrscope.ui.lab;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.hrscope.ablation.Cut;
import org.hrscope.ablation.CutFollower;
import org.hrscope.ablation.CutFollower.Asked;
import org.hrscope.ablation.JointEffect;
import org.hrscope.domain.Decoder;
import org.hrscope.inference.ModelFile;
import org.hrscope.pixels.CoveredFrame;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.stage.PosePair;
import org.jspecify.annotations.Nullable;

/// What cuts and covers do to the selected person's pose, as of the follower's latest result. Nothing runs while
/// nothing is cut or covered. FX thread.
public final class EffectsViewModel {
    private final ReadOnlyObjectWrapper<List<JointEffect>> effects =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable PosePair> pair = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CoveredFrame.@Nullable Patch> hidden =
            new ReadOnlyObjectWrapper<>();
    private final Cuts cuts;
    private final Covers covers;
    private final CutFollower follower;
    private final ObservableValue<@Nullable ModelFile> files;
    private final ObservableValue<Decoder> decoder;

    /// @param follower closed by its owner
    /// @param files    the pose network in use
    public EffectsViewModel(
            Cuts cuts,
            Covers covers,
            CutFollower follower,
            ObservableValue<@Nullable ModelFile> files,
            ObservableValue<Decoder> decoder) {
        this.cuts = cuts;
        this.covers = covers;
        this.follower = follower;
        this.files = files;
        this.decoder = decoder;
        Changes.of(
                this::follow,
                cuts.gainsProperty(),
                cuts.gatesProperty(),
                covers.coverProperty(),
                files,
                decoder);
    }

    /// The largest first; empty while nothing is cut or covered.
    public ReadOnlyObjectProperty<List<JointEffect>> effectsProperty() {
        return effects.getReadOnlyProperty();
    }

    /// The whole network's pose and the cut one's; null while nothing is cut or covered.
    public ReadOnlyObjectProperty<@Nullable PosePair> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /// The covered pixels of the last frame that was measured; null if nothing is covered.
    public ReadOnlyObjectProperty<CoveredFrame.@Nullable Patch> hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    private boolean changesNothing() {
        return cuts.noneProperty().get() && covers.noneProperty().get();
    }

    private void follow() {
        ModelFile file = files.getValue();
        boolean ready = file != null && cuts.isOf(file) && !changesNothing();
        follower.follow(
                ready
                        ? new Asked(
                                Objects.requireNonNull(file),
                                cuts.gainsProperty().get(),
                                decoder.getValue(),
                                Set.of(),
                                covers.coverProperty().get())
                        : null);
        if (covers.noneProperty().get()) hidden.set(null);
        if (ready) return;
        pair.set(null);
        effects.set(List.of());
    }

    private static boolean isOf(@Nullable ModelFile file, Cut cut) {
        return file != null && file.info().equals(cut.result().model());
    }

    /// Takes the newest cut, once per pulse.
    public void pulse() {
        try (Cut cut = follower.results().poll()) {
            // One that was under way when the last gain was restored, or of the network before.
            if (cut == null || changesNothing() || !isOf(files.getValue(), cut)) return;
            if (!covers.noneProperty().get()) hidden.set(cut.hidden());
            pair.set(PosePair.of(cut.result(), cut.whole(), cut.cut()));
            effects.set(cut.effects().stream().sorted(JointEffect.LARGEST_FIRST).toList());
        }
    }
}
