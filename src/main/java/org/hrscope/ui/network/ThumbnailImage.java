package org.hrscope.ui.network;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// One node's thumbnail.
final class ThumbnailImage extends WritableImage {
    private final PixelBuffer<IntBuffer> buffer;

    ThumbnailImage(PixelBuffer<IntBuffer> buffer) {
        super(buffer);
        this.buffer = buffer;
    }

    static ThumbnailImage of(Thumbnails.Picture picture) {
        int[] pixels = picture.argb().clone();
        return new ThumbnailImage(
                new PixelBuffer<>(
                        picture.width(),
                        picture.height(),
                        IntBuffer.wrap(pixels),
                        PixelFormat.getIntArgbPreInstance()));
    }

    void show(Thumbnails.Picture picture) {
        buffer.getBuffer().put(0, picture.argb());
        buffer.updateBuffer(all -> null);
    }
}
