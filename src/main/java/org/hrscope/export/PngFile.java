package org.hrscope.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.hrscope.image.OpenCv;
import org.hrscope.model.Problem;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/// Writes pictures as PNG, beside and then moved, so that nobody finds half a file. Any thread.
public final class PngFile {
    private PngFile() {}

    /// @param bgra direct, width * height * 4 bytes
    /// @throws Problem `file.unwritable`
    public static void write(Path file, int width, int height, ByteBuffer bgra) throws Problem {
        OpenCv.load();
        Mat picture = new Mat(height, width, CvType.CV_8UC4, bgra);
        try {
            write(file, picture);
        } finally {
            picture.release();
        }
    }

    static void write(Path file, Mat picture) throws Problem {
        MatOfByte png = new MatOfByte();
        Path folder = file.toAbsolutePath().getParent();
        try {
            Imgcodecs.imencode(".png", picture, png);
            if (folder != null) Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".hrscope", ".png");
            try {
                Files.write(draft, png.toArray());
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", file, e.getMessage());
        } finally {
            png.release();
        }
    }
}
