package org.hrscope.ui.shell;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.player.MarkedRange;
import org.hrscope.ui.record.RecordButton;
import org.hrscope.ui.record.Recorder;
import org.hrscope.ui.stage.StageView;

/// Recording of what plays: its button in the top bar, and its keys. FX thread.
final class RecordDock implements Part {
    private final RecordButton button;

    /// @param folder where recordings go
    RecordDock(Shell shell, ViewModels models, StageView stage, MarkedRange range, Path folder) {
        button = RecordButton.of(shell, models.live(), stage, range, folder);
    }

    RecordButton button() {
        return button;
    }

    @Override
    public void bind(Keys keys) {
        Recorder recorder = button.recorder();
        keys.on(KeyCode.R, "record", recorder::toggle, KeyCombination.SHORTCUT_DOWN);
        keys.on(KeyCode.I, "record.from", recorder::markFrom, KeyCombination.SHIFT_DOWN);
        keys.on(KeyCode.O, "record.to", recorder::markTo, KeyCombination.SHIFT_DOWN);
    }

    @Override
    public void show(PipelineResult result) {
        button.offer(result);
    }

    @Override
    public void update(long now) {
        button.update();
    }

    @Override
    public boolean end() {
        button.close();
        return true;
    }
}
