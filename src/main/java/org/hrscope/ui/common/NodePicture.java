package org.hrscope.ui.common;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.hrscope.domain.Problem;
import org.hrscope.export.PngFile;

/// A snapshot of a scene node: taken on the FX thread, written on any.
public record NodePicture(int width, int height, ByteBuffer bgra) {

    public static NodePicture of(Node node) {
        return of(node.snapshot(null, null));
    }

    /// @param part of the node, in its own coordinates
    public static NodePicture of(Node node, Rectangle2D part) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(part);
        return of(node.snapshot(parameters, null));
    }

    public static NodePicture of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        ByteBuffer pixels = ByteBuffer.allocateDirect(width * height * 4);
        image.getPixelReader()
                .getPixels(
                        0, 0, width, height, PixelFormat.getByteBgraInstance(), pixels, width * 4);
        return new NodePicture(width, height, pixels.clear());
    }

    /// To other programs.
    public void copy() {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getByteBgraInstance(),
                        bgra.duplicate().clear(),
                        width * 4);
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, image));
    }

    /// @return the file, as a PNG
    public Path write(Path file) throws Problem {
        PngFile.write(file, width, height, bgra);
        return file;
    }
}
