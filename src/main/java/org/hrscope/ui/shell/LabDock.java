package org.hrscope.ui.shell;

import java.util.OptionalInt;
import javafx.scene.control.Tab;
import org.hrscope.ablation.CutFollower;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.lab.Cuts;
import org.hrscope.ui.lab.EffectsTable;
import org.hrscope.ui.lab.EffectsViewModel;
import org.hrscope.ui.lab.LabPanel;
import org.hrscope.ui.stage.StageView;

/// Where cuts appear: the Cut tab, and a second pose on the stage. FX thread.
final class LabDock {
    private final Shell shell;
    private final ViewModels models;
    private final StageView stage;
    private final CutFollower follower;
    private final EffectsViewModel effects;
    private final LabPanel panel;

    LabDock(Shell shell, ViewModels models, StageView stage) {
        this.shell = shell;
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
                        models.joints(),
                        models.selection(),
                        this::sweep);
    }

    Tab tab() {
        Tab tab = new Tab();
        tab.textProperty().bind(shell.texts().of("tab.cut"));
        tab.setContent(panel);
        return tab;
    }

    /// Another instance of the table of effects, for a lesson.
    EffectsTable effects() {
        return new EffectsTable(effects, models.joints(), models.selection(), shell.texts());
    }

    private void sweep() {
        ModelFile file = models.live().modelFileProperty().get();
        PipelineResult shown = stage.shown();
        if (file == null || shown == null) return;
        models.lab().sweep().start(file, models.live().decoderProperty().get(), shown);
    }

    /// Cuts the selected node, or one of its channels.
    ///
    /// @param channel whether the keyboard is in the inspector, where channels are selected
    void toggle(boolean channel) {
        Cuts cuts = models.lab().cuts();
        String node = models.selection().nodeProperty().get();
        if (node == null) return;
        int chosen = models.selection().channelProperty().get();
        cuts.toggle(node, channel ? OptionalInt.of(chosen) : OptionalInt.empty());
    }

    /// The newest result; remains owned by the caller.
    void offer(PipelineResult result) {
        follower.offer(result);
    }

    void pulse() {
        effects.pulse();
        panel.pulse();
    }

    void close() {
        models.lab().sweep().stop();
        follower.close();
    }
}
