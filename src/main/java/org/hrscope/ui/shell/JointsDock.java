package org.hrscope.ui.shell;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.hrscope.domain.Keypoint;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.joints.JointsPanel;

/// Where joints are listed: their panel, and the keys that go through them. FX thread.
record JointsDock(Shell shell, ViewModels models) implements Part {
    JointsPanel panel() {
        return new JointsPanel(
                models.look().joints(),
                models.selection(),
                models.look().colours(models.selection()),
                shell.controls(),
                shell.texts());
    }

    @Override
    public void bind(Keys keys) {
        keys.on(KeyCode.UP, "joints.previous", () -> models.look().joints().stepSolo(-1));
        keys.on(KeyCode.DOWN, "joints.next", () -> models.look().joints().stepSolo(1));
    }

    @Override
    public void show(PipelineResult result) {
        List<Keypoint> found =
                result.person().map(person -> person.pose().keypoints()).orElse(List.of());
        models.look().joints().show(result.model().skeleton(), found);
    }
}
