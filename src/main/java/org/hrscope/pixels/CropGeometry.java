package org.hrscope.pixels;

import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.ModelInfo;

/// The two affines of one crop: picture pixels to the network's input, and picture pixels to its heatmaps.
///
/// Official HRNet (`lib/utils/transforms.py`): the box takes the input's aspect by growing its short side, is padded by
/// 1.25, and its centre lies at half the input's size; the scale follows the width. UDP (arXiv:1911.07524) maps the
/// padded box's sides onto the first and the last pixel instead.
public record CropGeometry(AffineTransform2D toInput, AffineTransform2D toHeatmap) {
    private static final double PADDING = 1.25;

    public static CropGeometry of(BoundingBox box, ModelInfo model, Decoder decoder) {
        BoundingBox padded = box.withAspect(model.aspect()).scaled(PADDING);
        return new CropGeometry(
                onto(padded, model.inputWidth(), model.inputHeight(), decoder),
                onto(padded, model.heatmapWidth(), model.heatmapHeight(), decoder));
    }

    private static AffineTransform2D onto(BoundingBox box, int width, int height, Decoder decoder) {
        if (decoder == Decoder.UDP) {
            double sx = (width - 1) / box.width();
            double sy = (height - 1) / box.height();
            return AffineTransform2D.scaleThenShift(sx, sy, -box.x() * sx, -box.y() * sy);
        }
        double s = width / box.width();
        return AffineTransform2D.scaleThenShift(
                s, s, width / 2.0 - box.centerX() * s, height / 2.0 - box.centerY() * s);
    }

    /// Heatmap cells to picture pixels.
    public AffineTransform2D fromHeatmap() {
        return toHeatmap.inverse();
    }

    /// The network's input to picture pixels.
    public AffineTransform2D fromInput() {
        return toInput.inverse();
    }
}
