package org.hrscope.ui.lab;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.hrscope.ablation.JointEffect;
import org.hrscope.ablation.Versus;
import org.hrscope.ablation.VersusFollower;
import org.hrscope.ablation.VersusFollower.Asked;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.stage.PosePair;
import org.jspecify.annotations.Nullable;

/// The selected person's pose according to a second network, as of the follower's latest result. FX thread.
public final class RivalViewModel {

    /// The open node as the second network has it.
    ///
    /// @param network the second one
    /// @param result  the frame and the person; not held
    /// @param values  NCHW
    public record Inner(Rival.Network network, String node, PipelineResult result, Tensor values) {}

    private final ReadOnlyObjectWrapper<List<JointEffect>> effects =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable PosePair> pair = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Inner> inner = new ReadOnlyObjectWrapper<>();
    private final Rival rival;
    private final VersusFollower follower;
    private final Live live;
    private final Consumer<Problem> trouble;

    /// What is on stage.
    ///
    /// @param files   the pose network in use
    /// @param node    the node open in the inspector; null for none
    public record Live(
            ObservableValue<@Nullable ModelFile> files,
            ObservableValue<Decoder> decoder,
            ObservableValue<@Nullable String> node) {}

    /// @param follower closed by its owner
    /// @param trouble  told why two networks cannot be compared
    public RivalViewModel(
            Rival rival, VersusFollower follower, Live live, Consumer<Problem> trouble) {
        this.rival = rival;
        this.follower = follower;
        this.live = live;
        this.trouble = trouble;
        Changes.of(this::follow, rival.networkProperty(), live.files, live.decoder, live.node);
    }

    /// In skeleton order by size, A before, B after; empty while nothing is compared.
    public ReadOnlyObjectProperty<List<JointEffect>> effectsProperty() {
        return effects.getReadOnlyProperty();
    }

    /// Both poses; null while nothing is compared.
    public ReadOnlyObjectProperty<@Nullable PosePair> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /// Null if no node is open, or the second network has none of that name.
    public ReadOnlyObjectProperty<@Nullable Inner> innerProperty() {
        return inner.getReadOnlyProperty();
    }

    private void follow() {
        Rival.Network other = rival.networkProperty().get();
        ModelFile file = live.files.getValue();
        String node = live.node.getValue();
        if (other == null || file == null || !comparable(file, other.file())) {
            follower.follow(null);
            pair.set(null);
            effects.set(List.of());
            inner.set(null);
            return;
        }
        if (node == null) inner.set(null);
        follower.follow(
                new Asked(
                        file,
                        other.file(),
                        live.decoder.getValue(),
                        node == null ? Set.of() : Set.of(node)));
    }

    private boolean comparable(ModelFile file, ModelFile other) {
        try {
            VersusFollower.check(file.info(), other.info());
            return true;
        } catch (Problem problem) {
            trouble.accept(problem);
            rival.end();
            return false;
        }
    }

    /// Takes the newest comparison, once per pulse.
    public void pulse() {
        try (Versus versus = follower.results().poll()) {
            Rival.Network other = rival.networkProperty().get();
            ModelFile file = live.files.getValue();
            // One that was under way when the comparison ended or changed.
            if (versus == null || other == null || versus.other() != other.file()) return;
            if (file == null || !file.info().equals(versus.result().model())) return;
            pair.set(PosePair.of(versus.result(), versus.a(), versus.b()));
            effects.set(versus.effects().stream().sorted(JointEffect.LARGEST_FIRST).toList());
            String node = live.node.getValue();
            Tensor values = node == null ? null : versus.values().get(node);
            inner.set(
                    node == null || values == null
                            ? null
                            : new Inner(other, node, versus.result(), values));
        }
    }
}
