package org.hrscope.ui.shell;

import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.apply.AnimationSection;
import org.hrscope.ui.apply.AnimationViewModel;
import org.hrscope.ui.apply.PuppetGuest;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.stage.StageView;

/// Where puppets move: their section of the Apply panel, and the stage. FX thread.
final class AnimationDock implements Part {
    private final Shell shell;
    private final AnimationViewModel animation;

    AnimationDock(Shell shell, StageView stage) {
        this.shell = shell;
        animation = new AnimationViewModel(shell.jobs());
        stage.invite(new PuppetGuest(animation, shell.notices()));
        Changes.of(stage::repaint, animation.overProperty(), animation.puppetProperty());
        Changes.of(() -> again(stage), animation.watchedProperty());
    }

    /// A paused frame must reach a puppet that comes into view.
    private void again(StageView stage) {
        PipelineResult shown = stage.shown();
        if (shown != null) animation.show(shown);
    }

    AnimationSection section() {
        return new AnimationSection(animation, shell);
    }

    @Override
    public void show(PipelineResult result) {
        animation.show(result);
    }
}
