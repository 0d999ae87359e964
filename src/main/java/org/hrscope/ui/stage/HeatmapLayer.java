package org.hrscope.ui.stage;

import java.nio.IntBuffer;
import java.util.BitSet;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Affine;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Heatmaps;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.pixels.HeatmapPainter;
import org.jspecify.annotations.Nullable;

/// The heatmaps over the frame, placed by the inverse affine of the crop. Double-buffered, because the renderer may
/// still be reading the previous image. FX thread.
final class HeatmapLayer {

    private record Picture(
            int width,
            int height,
            int[] pixels,
            PixelBuffer<IntBuffer> buffer,
            WritableImage image) {

        static Picture of(int width, int height) {
            int[] pixels = new int[width * height];
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(
                            width,
                            height,
                            IntBuffer.wrap(pixels),
                            PixelFormat.getIntArgbPreInstance());
            return new Picture(width, height, pixels, buffer, new WritableImage(buffer));
        }
    }

    private final ImageView view = new ImageView();
    private final Affine placed = new Affine();
    private final HeatmapPainter painter = new HeatmapPainter();
    private @Nullable Picture shown;
    private @Nullable Picture spare;
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
        Picture next =
                next(maps.width() * HeatmapPainter.SCALE, maps.height() * HeatmapPainter.SCALE);
        if (hues) {
            painter.hues(maps, joints, next.pixels);
        } else {
            painter.maximum(maps, joints, ColorMap.MAGMA, next.pixels);
        }
        next.buffer.updateBuffer(whole -> null);
        view.setImage(next.image);
        spare = shown;
        shown = next;
        place(geometry.fromHeatmap());
    }

    private Picture next(int width, int height) {
        Picture free = spare;
        return free != null && free.width == width && free.height == height
                ? free
                : Picture.of(width, height);
    }

    /// In the image, cell i covers SCALE pixels from i * SCALE. Cell and pixel coordinates refer to centres, so both
    /// are offset by half.
    private void place(AffineTransform2D cellToPicture) {
        double cell = 1.0 / HeatmapPainter.SCALE;
        AffineTransform2D area =
                AffineTransform2D.scaleThenShift(cell, cell, -0.5, -0.5)
                        .then(cellToPicture)
                        .then(AffineTransform2D.scaleThenShift(1, 1, 0.5, 0.5));
        placed.setToTransform(area.a(), area.b(), area.c(), area.d(), area.e(), area.f());
    }
}
