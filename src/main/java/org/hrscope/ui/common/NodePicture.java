package org.hrscope.ui.common;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.hrscope.domain.Problem;
import org.hrscope.export.PngFile;

/// A snapshot of a scene node: taken on the FX thread, written on any.
public record NodePicture(int width, int height, ByteBuffer bgra) {

    public static NodePicture of(Node node) {
        WritableImage image = node.snapshot(null, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        ByteBuffer pixels = ByteBuffer.allocateDirect(width * height * 4);
        image.getPixelReader()
                .getPixels(
                        0, 0, width, height, PixelFormat.getByteBgraInstance(), pixels, width * 4);
        return new NodePicture(width, height, pixels.clear());
    }

    /// @return the file, as a PNG
    public Path write(Path file) throws Problem {
        PngFile.write(file, width, height, bgra);
        return file;
    }
}
