package org.hrscope.ui.lab;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.hrscope.ablation.Cut;
import org.hrscope.ablation.CutFollower;
import org.hrscope.ablation.CutFollower.Asked;
import org.hrscope.ablation.JointEffect;
import org.hrscope.ablation.Readout;
import org.hrscope.domain.Decoder;
import org.hrscope.inference.ModelFile;
import org.hrscope.people.Person;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.stage.PosePair;
import org.jspecify.annotations.Nullable;

/// What the cuts do to the chosen person, as newly as the follower tells: nothing runs while nothing is cut. FX thread.
public final class EffectsViewModel {
    private final ReadOnlyObjectWrapper<List<JointEffect>> effects =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable PosePair> pair = new ReadOnlyObjectWrapper<>();
    private final Cuts cuts;
    private final CutFollower follower;
    private final ObservableValue<@Nullable ModelFile> files;
    private final ObservableValue<Decoder> decoder;

    /// @param follower is closed by whoever made it
    /// @param files    the pose network in use
    public EffectsViewModel(
            Cuts cuts,
            CutFollower follower,
            ObservableValue<@Nullable ModelFile> files,
            ObservableValue<Decoder> decoder) {
        this.cuts = cuts;
        this.follower = follower;
        this.files = files;
        this.decoder = decoder;
        Changes.of(this::follow, cuts.gainsProperty(), cuts.gatesProperty(), files, decoder);
    }

    /// The largest first; empty while nothing is cut.
    public ReadOnlyObjectProperty<List<JointEffect>> effectsProperty() {
        return effects.getReadOnlyProperty();
    }

    /// The whole network's pose and the cut one's; null while nothing is cut.
    public ReadOnlyObjectProperty<@Nullable PosePair> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    private void follow() {
        ModelFile file = files.getValue();
        boolean cut = !cuts.noneProperty().get() && file != null && cuts.isOf(file);
        follower.follow(
                cut
                        ? new Asked(
                                java.util.Objects.requireNonNull(file),
                                cuts.gainsProperty().get(),
                                decoder.getValue(),
                                java.util.Set.of())
                        : null);
        if (cut) return;
        pair.set(null);
        effects.set(List.of());
    }

    /// Takes the newest cut, once per pulse.
    public void pulse() {
        try (Cut cut = follower.results().poll()) {
            // One that was under way when the last gain was restored.
            if (cut == null || cuts.noneProperty().get()) return;
            Person person = cut.result().person().orElseThrow();
            pair.set(
                    new PosePair(
                            cut.result().frame().origin(),
                            person.identity(),
                            person.estimate().geometry(),
                            side(cut.whole()),
                            side(cut.cut())));
            effects.set(cut.effects().stream().sorted(JointEffect.LARGEST_FIRST).toList());
        }
    }

    private static PosePair.Side side(Readout readout) {
        return new PosePair.Side(readout.joints(), readout.maps());
    }
}
