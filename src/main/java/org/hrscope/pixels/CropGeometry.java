package org.hrscope.pixels;

import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.ModelInfo;

/// The two affine transforms of a crop: image pixels to network input, and image pixels to heatmaps.
///
/// Official HRNet (`lib/utils/transforms.py`): the box's short side is extended to the input's aspect ratio, the
/// box is padded by 1.25 and its centre maps to half the input size; the scale follows the width. UDP
/// (arXiv:1911.07524) instead maps the padded box's edges to the centres of the first and last pixels.
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

    /// The same crop, this many image pixels further right and down.
    public CropGeometry movedBy(double x, double y) {
        AffineTransform2D back = AffineTransform2D.scaleThenShift(1, 1, -x, -y);
        return new CropGeometry(back.then(toInput), back.then(toHeatmap));
    }

    /// Heatmap cells to image pixels.
    public AffineTransform2D fromHeatmap() {
        return toHeatmap.inverse();
    }

    /// Network input to image pixels.
    public AffineTransform2D fromInput() {
        return toInput.inverse();
    }
}
