package org.hrscope.ui.shell;

import org.hrscope.capture.SourceInfo;
import org.hrscope.gesture.Gesture;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.apply.InteractionSection;
import org.hrscope.ui.apply.InteractionViewModel;
import org.hrscope.ui.apply.RingGuest;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.stage.StageLayer;
import org.hrscope.ui.stage.StageView;

/// What gestures do in the window: their section of the Apply panel, and the ring on the stage. FX thread.
final class InteractionDock implements Part {
    private final Shell shell;
    private final ViewModels models;
    private final StageView stage;
    private final LessonDock lessons;
    private final InteractionViewModel interaction;

    InteractionDock(Shell shell, ViewModels models, StageView stage, LessonDock lessons) {
        this.shell = shell;
        this.models = models;
        this.stage = stage;
        this.lessons = lessons;
        interaction = new InteractionViewModel(this::act, Attention::isElsewhere, this::live);
        stage.invite(new RingGuest(interaction, shell.notices()));
        interaction.onProperty().subscribe((_, _) -> stage.repaint());
        interaction.onProperty().subscribe(on -> models.live().watched(on));
    }

    InteractionSection section() {
        return new InteractionSection(interaction, shell);
    }

    private boolean live() {
        SourceInfo playing = models.live().infoProperty().get();
        return playing != null && playing.live();
    }

    private void act(Gesture gesture) {
        switch (gesture) {
            case RIGHT_HAND_UP -> {
                if (!lessons.step()) shell.notices().news(shell.texts().of("gesture.no-lesson"));
            }
            case LEFT_HAND_UP -> models.look().layers().toggle(StageLayer.HEATMAPS);
            case ARMS_CROSSED -> models.live().togglePlaying();
        }
    }

    /// A picture that is held is held by whoever stands before the camera, who lets it go again.
    @Override
    public void glance(PipelineResult result) {
        interaction.show(result);
        stage.repaint();
    }

    @Override
    public void show(PipelineResult result) {
        interaction.show(result);
    }
}
