package org.hrscope.ui.shell;

import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.hrscope.ablation.CutFollower;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.lab.CoverPanel;
import org.hrscope.ui.lab.Covers;
import org.hrscope.ui.lab.Cuts;
import org.hrscope.ui.lab.Dissected;
import org.hrscope.ui.lab.EffectsTable;
import org.hrscope.ui.lab.EffectsViewModel;
import org.hrscope.ui.lab.LabPanel;
import org.hrscope.ui.lab.SelectedJoint;
import org.hrscope.ui.lab.SightLayer;
import org.hrscope.ui.stage.PairView;
import org.hrscope.ui.stage.PosePair;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;

/// Where cuts appear: the Cut panel, and a second pose on the stage. FX thread.
final class LabDock implements Part {
    private final SelectedJoint joint;
    private final ViewModels models;
    private final StageView stage;
    private final CutFollower follower;
    private final EffectsViewModel effects;
    private final LabPanel panel;
    private final CoverPanel cover;
    private final SightLayer sight;
    private final BooleanSupplier channels;

    /// @param channels whether the keyboard is in the inspector, where channels are selected
    /// @param rival    two networks' poses, which the stage shows instead; null for none
    LabDock(
            Shell shell,
            ViewModels models,
            StageView stage,
            BooleanSupplier channels,
            ObservableValue<@Nullable PosePair> rival) {
        this.channels = channels;
        this.models = models;
        this.stage = stage;
        follower = new CutFollower(shell.trouble());
        effects =
                new EffectsViewModel(
                        models.lab().cuts(),
                        models.lab().covers(),
                        follower,
                        models.live().modelFileProperty(),
                        models.live().decoderProperty());
        Changes.of(
                () -> {
                    PosePair networks = rival.getValue();
                    PosePair cut = effects.pairProperty().get();
                    stage.pair().pairProperty().set(networks == null ? cut : networks);
                },
                rival,
                effects.pairProperty());
        Changes.of(() -> stage.hide(effects.hiddenProperty().get()), effects.hiddenProperty());
        joint = new SelectedJoint(models.selection(), models.look().joints(), shell.texts());
        cover = new CoverPanel(shell, models.lab(), effects, joint, this::look);
        sight = new SightLayer(models.lab().sight(), joint, stage);
        Changes.of(models.lab().covers()::forget, models.live().openingsProperty());
        panel = new LabPanel(shell, models.lab(), effects, joint, this::sweep);
    }

    LabPanel panel() {
        return panel;
    }

    CoverPanel coverPanel() {
        return cover;
    }

    @Override
    public void bind(Keys keys) {
        Cuts cuts = models.lab().cuts();
        Covers covers = models.lab().covers();
        keys.on(KeyCode.COMMA, "cover.smaller", covers::smaller);
        keys.on(KeyCode.PERIOD, "cover.larger", covers::larger);
        keys.on(KeyCode.Z, "cover.undo", covers::undo, KeyCombination.SHIFT_DOWN);
        keys.on(KeyCode.W, "pair.next", this::nextView);
        keys.on(KeyCode.X, "cut.toggle", this::toggle);
        keys.on(KeyCode.Z, "cut.undo", cuts::undo, KeyCombination.SHORTCUT_DOWN);
        keys.on(
                KeyCode.Z,
                "cut.redo",
                cuts::redo,
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
    }

    /// Another instance of the table of effects, for a lesson.
    EffectsTable effects() {
        return new EffectsTable(effects.effectsProperty(), joint, "effects.cut.");
    }

    private void nextView() {
        PairView[] all = PairView.values();
        var view = stage.pair().viewProperty();
        view.set(all[(view.get().ordinal() + 1) % all.length]);
    }

    private void look() {
        ModelFile file = models.live().modelFileProperty().get();
        PipelineResult shown = stage.shown();
        Dissected network = models.lab().networkProperty().get();
        if (file == null || shown == null || network == null) return;
        models.lab().sight().start(file, network.net().orElse(null), shown);
    }

    private void sweep() {
        ModelFile file = models.live().modelFileProperty().get();
        PipelineResult shown = stage.shown();
        if (file == null || shown == null) return;
        models.lab().sweep().start(file, models.live().decoderProperty().get(), shown);
    }

    /// Cuts the selected node, or one of its channels.
    private void toggle() {
        Cuts cuts = models.lab().cuts();
        String node = models.selection().nodeProperty().get();
        if (node == null) return;
        int chosen = models.selection().channelProperty().get();
        cuts.toggle(node, channels.getAsBoolean() ? OptionalInt.of(chosen) : OptionalInt.empty());
    }

    @Override
    public void show(PipelineResult result) {
        follower.offer(result);
        sight.show(result);
    }

    @Override
    public void pulse() {
        effects.pulse();
        panel.pulse();
        cover.pulse();
    }

    @Override
    public boolean end() {
        models.lab().sweep().job().stop();
        models.lab().sight().job().stop();
        follower.close();
        return true;
    }
}
