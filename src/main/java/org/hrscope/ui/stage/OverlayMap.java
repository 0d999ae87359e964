package org.hrscope.ui.stage;

import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/// A single map over the image, placed by an affine transform, and a rectangle marking a cell's receptive field. FX
/// thread.
public final class OverlayMap {
    private final ImageView view = new ImageView();
    private final Affine placed = new Affine();
    private final Runnable repaint;
    private @Nullable BoundingBox mark;

    OverlayMap(Runnable repaint) {
        this.repaint = repaint;
        view.setSmooth(false);
        view.getTransforms().add(placed);
        view.setMouseTransparent(true);
    }

    ImageView view() {
        return view;
    }

    public void hide() {
        view.setImage(null);
    }

    /// @param map one channel
    /// @param cellToPicture from cell centres to pixel centres
    public void show(FeatureMaps map, ColourScale scale, AffineTransform2D cellToPicture) {
        int[] pixels = new int[map.cells()];
        for (int i = 0; i < pixels.length; i++) pixels[i] = scale.translucent(map.values()[i]);
        view.setImage(PixelImage.of(pixels, map.width(), map.height()));
        AffineTransform2D area =
                AffineTransform2D.TO_CANVAS
                        .inverse()
                        .then(cellToPicture)
                        .then(AffineTransform2D.TO_CANVAS);
        placed.setToTransform(area.a(), area.b(), area.c(), area.d(), area.e(), area.f());
    }

    /// Marks a part of the image, in pixel areas: pixel p covers p to p + 1. Null for none.
    public void mark(@Nullable BoundingBox part) {
        mark = part;
        repaint.run();
    }

    void paintMark(StageDrawing to, AffineTransform2D pictureToStage) {
        BoundingBox part = mark;
        if (part == null) return;
        BoundingBox at = pictureToStage.of(part);
        to.rectangle(at, new StageDrawing.Pen(4, Color.rgb(0, 0, 0, 0.7)));
        to.rectangle(at, new StageDrawing.Pen(2, Color.WHITE));
    }
}
