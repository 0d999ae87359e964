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
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.export.PngFile;

/// An image to be saved or copied: of a scene node, taken on the FX thread, or of a frame. Written on any thread.
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

    /// A copy of a frame as it is.
    public static NodePicture of(Frame frame) {
        ByteBuffer copy = ByteBuffer.allocateDirect(frame.width() * frame.height() * 4);
        copy.put(frame.pixels().duplicate().clear());
        return new NodePicture(frame.width(), frame.height(), copy.clear());
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
