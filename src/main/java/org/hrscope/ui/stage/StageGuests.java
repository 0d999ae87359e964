package org.hrscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.pipeline.PipelineResult;

/// Several guests, the first below; none changes how another draws. FX thread.
final class StageGuests implements StageGuest {
    private final List<StageGuest> all = new ArrayList<>();

    void add(StageGuest guest) {
        all.add(guest);
    }

    @Override
    public void paint(GraphicsContext to, AffineTransform2D pictureToStage, PipelineResult shown) {
        for (StageGuest guest : all) {
            to.save();
            guest.paint(to, pictureToStage, shown);
            to.restore();
        }
    }
}
