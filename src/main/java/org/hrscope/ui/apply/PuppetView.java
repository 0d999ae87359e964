package org.hrscope.ui.apply;

import javafx.scene.canvas.GraphicsContext;
import org.hrscope.puppet.PuppetPose;
import org.hrscope.ui.common.PaintedRegion;

/// The selected person's puppet, on a stage of its own. FX thread.
final class PuppetView extends PaintedRegion {
    private final AnimationViewModel model;

    PuppetView(AnimationViewModel model) {
        super("puppet-view");
        this.model = model;
    }

    @Override
    protected void paint(GraphicsContext to) {
        PuppetPose pose = model.pose();
        if (pose == null) return;
        PuppetPainter.paint(
                to,
                model.puppetProperty().get().draw(pose),
                model.framing(getWidth(), getHeight()));
    }
}
