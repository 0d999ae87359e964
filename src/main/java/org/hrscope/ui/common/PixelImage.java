package org.hrscope.ui.common;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Pixels as an image, without copying. Any thread.
public final class PixelImage {
    private PixelImage() {}

    /// @param pixels 0xAARRGGBB premultiplied, not to be modified afterwards
    public static Image of(int[] pixels, int width, int height) {
        PixelFormat<IntBuffer> format = PixelFormat.getIntArgbPreInstance();
        return new WritableImage(new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), format));
    }
}
