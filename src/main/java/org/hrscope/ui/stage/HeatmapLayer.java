package org.hrscope.ui.stage;

import java.util.BitSet;
import javafx.scene.image.ImageView;
import javafx.scene.transform.Affine;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Heatmaps;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.pixels.HeatmapPainter;
import org.hrscope.ui.common.PixelImage;

/// The heatmaps over the frame, placed by the inverse affine of the crop. Every call makes a new image: one that was
/// taken off the view, refilled and put back is at times drawn as it was before, over a frame that has moved on.
/// FX thread.
final class HeatmapLayer {

    private final ImageView view = new ImageView();
    private final Affine placed = new Affine();
    private final HeatmapPainter painter = new HeatmapPainter();
    private double opacity = 1;

    HeatmapLayer() {
        view.setSmooth(true);
        view.getTransforms().add(placed);
        view.setMouseTransparent(true);
    }

    ImageView view() {
        return view;
    }

    /// Whether something else is shown instead.
    void hide(boolean hidden) {
        view.setOpacity(hidden ? 0 : opacity);
    }

    void opacity(double now) {
        opacity = now;
        view.setOpacity(now);
    }

    void show(Heatmaps maps, CropGeometry geometry, BitSet joints, boolean hues) {
        int width = maps.width() * HeatmapPainter.SCALE;
        int height = maps.height() * HeatmapPainter.SCALE;
        int[] pixels = new int[width * height];
        if (hues) {
            painter.hues(maps, joints, pixels);
        } else {
            painter.maximum(maps, joints, ColorMap.MAGMA, pixels);
        }
        view.setImage(PixelImage.of(pixels, width, height));
        place(area(geometry.fromHeatmap()));
    }

    /// In the image, cell i covers SCALE pixels from i * SCALE. Cell and pixel coordinates refer to centres, so both
    /// are offset by half.
    static AffineTransform2D area(AffineTransform2D cellToPicture) {
        double cell = 1.0 / HeatmapPainter.SCALE;
        return AffineTransform2D.scaleThenShift(cell, cell, -0.5, -0.5)
                .then(cellToPicture)
                .then(AffineTransform2D.TO_CANVAS);
    }

    private void place(AffineTransform2D area) {
        placed.setToTransform(area.a(), area.b(), area.c(), area.d(), area.e(), area.f());
    }
}
