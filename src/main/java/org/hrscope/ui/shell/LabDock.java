package org.hrscope.ui.shell;

import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.hrscope.ablation.CutFollower;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Cuts;
import org.hrscope.ui.lab.EffectsTable;
import org.hrscope.ui.lab.EffectsViewModel;
import org.hrscope.ui.lab.LabPanel;
import org.hrscope.ui.stage.StageView;

/// Where cuts appear: the Cut panel, and a second pose on the stage. FX thread.
final class LabDock implements Part {
    private final Texts texts;
    private final ViewModels models;
    private final StageView stage;
    private final CutFollower follower;
    private final EffectsViewModel effects;
    private final LabPanel panel;
    private final BooleanSupplier channels;

    /// @param channels whether the keyboard is in the inspector, where channels are selected
    LabDock(Shell shell, ViewModels models, StageView stage, BooleanSupplier channels) {
        this.channels = channels;
        texts = shell.texts();
        this.models = models;
        this.stage = stage;
        FxThread fx = new FxThread();
        follower = new CutFollower(p -> fx.execute(() -> shell.notices().problem(p)));
        effects =
                new EffectsViewModel(
                        models.lab().cuts(),
                        follower,
                        models.live().modelFileProperty(),
                        models.live().decoderProperty());
        effects.pairProperty()
                .addListener((property, before, now) -> stage.pair().pairProperty().set(now));
        panel =
                new LabPanel(
                        shell,
                        models.lab(),
                        effects,
                        models.look().joints(),
                        models.selection(),
                        this::sweep);
    }

    LabPanel panel() {
        return panel;
    }

    @Override
    public void bind(Keys keys) {
        Cuts cuts = models.lab().cuts();
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
        return new EffectsTable(effects, models.look().joints(), models.selection(), texts);
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
    }

    @Override
    public void pulse() {
        effects.pulse();
        panel.pulse();
    }

    @Override
    public boolean end() {
        models.lab().sweep().stop();
        follower.close();
        return true;
    }
}
