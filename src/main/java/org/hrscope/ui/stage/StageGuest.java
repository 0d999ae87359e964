package org.hrscope.ui.stage;

import javafx.scene.canvas.GraphicsContext;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.pipeline.PipelineResult;

/// What another part of the window draws over the stage's layers; it is in snapshots and recordings too. FX thread.
public interface StageGuest {
    /// @param pictureToStage from the image's pixels; where the stage is a mirror, its scale is negative
    /// @param shown          the result on stage, owned by it
    void paint(GraphicsContext to, AffineTransform2D pictureToStage, PipelineResult shown);
}
