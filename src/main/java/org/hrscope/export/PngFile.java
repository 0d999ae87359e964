package org.hrscope.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.hrscope.file.FileWork;
import org.hrscope.file.WholeFile;
import org.hrscope.pixels.OpenCv;
import org.hrscope.pixels.PixelMat;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/// Writes images as PNG, atomically. Any thread.
public final class PngFile {
    private PngFile() {}

    /// @param bgra direct, width * height * 4 bytes
    /// @throws Problem `file.unwritable`
    public static void write(Path file, int width, int height, ByteBuffer bgra) throws Problem {
        OpenCv.load();
        try (PixelMat picture = new PixelMat(width, height, bgra)) {
            write(file, picture.mat());
        }
    }

    /// In memory.
    ///
    /// @param bgra direct, width * height * 4 bytes
    public static byte[] bytes(int width, int height, ByteBuffer bgra) throws Problem {
        OpenCv.load();
        try (PixelMat picture = new PixelMat(width, height, bgra)) {
            return encoded(picture.mat());
        } catch (IOException e) {
            throw WholeFile.unwritable("PNG", e);
        }
    }

    /// Encoded in memory: OpenCV's own file writer does not report a full disk.
    static void write(Path file, Mat picture) throws Problem {
        FileWork.writing(file, () -> WholeFile.writeUndisturbed(file, encoded(picture)));
    }

    private static byte[] encoded(Mat picture) throws IOException {
        MatOfByte png = new MatOfByte();
        try {
            if (!Imgcodecs.imencode(".png", picture, png)) throw new IOException("PNG");
            return png.toArray();
        } finally {
            png.release();
        }
    }
}
