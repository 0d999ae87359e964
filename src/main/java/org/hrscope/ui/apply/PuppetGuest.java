package org.hrscope.ui.apply;

import javafx.scene.canvas.GraphicsContext;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.PulseGuard;
import org.hrscope.ui.stage.StageGuest;

/// Everyone's puppet over the image, where the person is. FX thread.
public final class PuppetGuest implements StageGuest {
    private final AnimationViewModel model;
    private final PulseGuard guard;

    public PuppetGuest(AnimationViewModel model, Notices notices) {
        this.model = model;
        guard = new PulseGuard(notices::problem);
    }

    @Override
    public void paint(GraphicsContext to, AffineTransform2D place, PipelineResult shown) {
        if (!model.overProperty().get()) return;
        guard.run(
                "puppets",
                () ->
                        model.follow(shown)
                                .forEach((identity, pose) ->
                                        PuppetPainter.paint(
                                                to,
                                                model.puppet(identity).draw(pose),
                                                AffineTransform2D.TO_CANVAS.then(place))));
    }
}
