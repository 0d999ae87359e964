package org.hrscope.ui.shell;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.hrscope.ablation.VersusFollower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.inspector.InspectorViewModel;
import org.hrscope.ui.inspector.PinnedMap;
import org.hrscope.ui.lab.EffectsTable;
import org.hrscope.ui.lab.RivalViewModel;
import org.hrscope.ui.lab.RivalViewModel.Inner;
import org.hrscope.ui.lab.SelectedJoint;
import org.hrscope.ui.opening.RivalPane;
import org.hrscope.ui.stage.PosePair;
import org.jspecify.annotations.Nullable;

/// Where a second network appears: in the Network panel, beside the pose on stage, and as the pinned map of the
/// inspector. FX thread.
final class RivalDock implements Part {
    private final Shell shell;
    private final ViewModels models;
    private final InspectorViewModel inspector;
    private final VersusFollower follower;
    private final RivalViewModel rivals;
    private @Nullable PinnedMap own;

    RivalDock(Shell shell, ViewModels models, InspectorViewModel inspector) {
        this.shell = shell;
        this.models = models;
        this.inspector = inspector;
        follower = new VersusFollower(shell.trouble());
        rivals =
                new RivalViewModel(
                        models.lab().rival(),
                        follower,
                        new RivalViewModel.Live(
                                models.live().modelFileProperty(),
                                models.live().decoderProperty(),
                                inspector.nodeProperty()),
                        shell.notices()::problem);
        Changes.of(this::pin, rivals.innerProperty(), inspector.channelProperty());
    }

    ObservableValue<@Nullable PosePair> pair() {
        return rivals.pairProperty();
    }

    Region pane() {
        return new RivalPane(
                models.opener().rivals(models.lab().rival()),
                models.lab().rival(),
                models.lab().networkProperty(),
                new EffectsTable(
                        rivals.effectsProperty(),
                        new SelectedJoint(
                                models.selection(), models.look().joints(), shell.texts()),
                        "effects.rival."),
                shell.texts());
    }

    /// The second network's map of the same name and number, unless somebody has pinned another one.
    private void pin() {
        PinnedMap pinned = inspector.pinnedProperty().get();
        if (pinned != null && !pinned.equals(own)) return;
        Inner inner = rivals.innerProperty().get();
        PinnedMap next = inner == null ? null : map(inner);
        if (Objects.equals(next, pinned)) return;
        own = next;
        inspector.pinnedProperty().set(next);
    }

    /// Null where it has no such channel.
    private @Nullable PinnedMap map(Inner inner) {
        return PinnedMap.of(
                inner.network().name(shell.texts()),
                inner.node(),
                inspector.channelProperty().get(),
                inner.result(),
                inner.values());
    }

    @Override
    public void show(PipelineResult result) {
        follower.offer(result);
    }

    @Override
    public void pulse() {
        rivals.pulse();
    }

    @Override
    public boolean end() {
        follower.close();
        return true;
    }
}
