package org.hrscope.ui.common;

import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// One image that stays on its view and is painted anew, so that nothing is allocated. Its pixels are copied: the renderer
/// may still be reading those of before. FX thread.
public final class RefilledImage {
    private final ImageView view;
    private int[] pixels = {};
    private @Nullable WritableImage image;

    public RefilledImage(ImageView view) {
        this.view = view;
    }

    /// @param paint fills all of the pixels, 0xAARRGGBB premultiplied
    public void refill(int width, int height, Consumer<int[]> paint) {
        WritableImage same = image;
        if (same == null || same.getWidth() != width || same.getHeight() != height) {
            same = new WritableImage(width, height);
            pixels = new int[width * height];
            image = same;
        }
        paint.accept(pixels);
        same.getPixelWriter()
                .setPixels(
                        0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        if (view.getImage() != same) view.setImage(same);
    }
}
