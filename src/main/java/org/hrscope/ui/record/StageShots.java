package org.hrscope.ui.record;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.recording.FilmFormat;
import org.hrscope.recording.Shot;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;

/// What the stage shows, as frames to record: the source's own pixels with what can be drawn on them, or the stage
/// itself with every layer, at the window's size. FX thread.
final class StageShots {
    private final StageView stage;
    private final FramePool pool = new FramePool();
    private @Nullable WritableImage image;

    StageShots(StageView stage) {
        this.stage = stage;
    }

    /// @param result remains owned by the caller
    Shot ofSource(PipelineResult result) {
        var layers = stage.painters().over(result);
        // Held last: nobody would give it back for layers that cannot be drawn.
        return new Shot(result.retained().frame(), layers);
    }

    /// For the frames of a range, which are estimated again.
    FilmFormat.Drawing ofFound(ModelInfo model) {
        return stage.painters().overFound(model);
    }

    /// @param result the one on stage; remains owned by the caller
    Shot ofWindow(PipelineResult result) {
        WritableImage kept = image;
        int width = (int) Math.ceil(stage.getLayoutBounds().getWidth());
        int height = (int) Math.ceil(stage.getLayoutBounds().getHeight());
        boolean fits = kept != null && kept.getWidth() == width && kept.getHeight() == height;
        WritableImage taken = stage.snapshot(null, fits ? kept : null);
        image = taken;
        int wide = (int) taken.getWidth();
        int high = (int) taken.getHeight();
        Frame frame =
                pool.frame(
                        wide,
                        high,
                        result.frame().origin(),
                        pixels ->
                                taken.getPixelReader()
                                        .getPixels(
                                                0,
                                                0,
                                                wide,
                                                high,
                                                PixelFormat.getByteBgraPreInstance(),
                                                pixels.duplicate().clear(),
                                                4 * wide));
        return new Shot(frame, brush -> {});
    }
}
