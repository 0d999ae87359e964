package org.hrscope.ui.stage;

import java.nio.IntBuffer;
import java.util.BitSet;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Affine;
import org.hrscope.image.ColorMap;
import org.hrscope.image.HeatmapPainter;
import org.hrscope.inference.Estimate;
import org.hrscope.model.AffineTransform2D;
import org.hrscope.model.Heatmaps;
import org.jspecify.annotations.Nullable;

/// The heatmaps over the frame, each cell's centre where the crop's inverse affine puts it. FX thread.
final class HeatmapLayer {
    private final ImageView view = new ImageView();
    private final Affine placed = new Affine();
    private final HeatmapPainter painter = new HeatmapPainter();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private int[] pixels = {};
    private int width;

    HeatmapLayer() {
        view.setSmooth(true);
        view.getTransforms().add(placed);
        view.setMouseTransparent(true);
    }

    ImageView view() {
        return view;
    }

    void show(Estimate estimate, BitSet joints, boolean hues) {
        Heatmaps maps = estimate.heatmaps();
        PixelBuffer<IntBuffer> target = bufferFor(maps);
        if (hues) {
            painter.hues(maps, joints, pixels);
        } else {
            painter.maximum(maps, joints, ColorMap.MAGMA, pixels);
        }
        target.updateBuffer(ignored -> null);
        place(estimate.geometry().fromHeatmap());
    }

    private PixelBuffer<IntBuffer> bufferFor(Heatmaps maps) {
        int across = maps.width() * HeatmapPainter.SCALE;
        int down = maps.height() * HeatmapPainter.SCALE;
        if (buffer == null || pixels.length != across * down || width != across) {
            width = across;
            pixels = new int[across * down];
            buffer =
                    new PixelBuffer<>(
                            across,
                            down,
                            IntBuffer.wrap(pixels),
                            PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
        }
        return buffer;
    }

    /// Of the image, cell i covers SCALE pixels from i * SCALE; a cell's or a picture's number means its centre, half of
    /// it further.
    private void place(AffineTransform2D cellToPicture) {
        double cell = 1.0 / HeatmapPainter.SCALE;
        AffineTransform2D area =
                AffineTransform2D.scaleThenShift(cell, cell, -0.5, -0.5)
                        .then(cellToPicture)
                        .then(AffineTransform2D.scaleThenShift(1, 1, 0.5, 0.5));
        placed.setToTransform(area.a(), area.b(), area.c(), area.d(), area.e(), area.f());
    }
}
