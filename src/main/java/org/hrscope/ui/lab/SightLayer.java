package org.hrscope.ui.lab;

import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.lab.Sight.Swept;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.OverlayMap;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;

/// Where the selected joint looks, over the frame on which that was measured: red where covering makes its peak fall,
/// blue where it makes it rise, and the receptive field of the peak's cell as a frame. FX thread.
public final class SightLayer {
    /// The selected joint is a few rounding errors high where nobody is.
    private static final float LEAST_REACH = 0.02f;

    private final Sight sight;
    private final SelectedJoint joint;
    private final StageView stage;

    public SightLayer(Sight sight, SelectedJoint joint, StageView stage) {
        this.sight = sight;
        this.joint = joint;
        this.stage = stage;
        Changes.of(
                () -> show(stage.shown()),
                sight.job().resultProperty(),
                sight.shownProperty(),
                stage.pair().pairProperty(),
                joint.selection().jointProperty());
    }

    /// Another frame hides it, and a comparison does.
    ///
    /// @param result on stage
    public void show(@Nullable PipelineResult result) {
        OverlayMap layer = stage.sight();
        Swept seen = sight.job().resultProperty().get();
        int index = joint.index();
        boolean here =
                seen != null
                        && result != null
                        && sight.shownProperty().get()
                        && stage.pair().pairProperty().get() == null
                        && result.frame().origin().equals(seen.frame())
                        && index != Selection.NONE
                        && index < seen.occlusion().cells().length;
        if (seen == null || !here) {
            layer.hide();
            layer.mark(null);
            return;
        }
        float reach = Math.max(LEAST_REACH, seen.occlusion().largest(index));
        AffineTransform2D fromCrop = seen.geometry().fromInput();
        layer.show(
                seen.occlusion().of(index),
                ColourScale.signed(reach),
                seen.occlusion().cellToCrop().then(fromCrop));
        layer.mark(inImage(seen.window(index), fromCrop));
    }

    /// From crop pixels to a part of the image.
    private static @Nullable BoundingBox inImage(
            @Nullable ReceptiveWindow window, AffineTransform2D fromCrop) {
        if (window == null) return null;
        return new BoundingBox(
                fromCrop.x(window.left() - 0.5, 0) + 0.5,
                fromCrop.y(0, window.top() - 0.5) + 0.5,
                window.width() * fromCrop.a(),
                window.height() * fromCrop.e());
    }
}
