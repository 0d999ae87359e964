package org.hrscope.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.image.OpenCv;
import org.hrscope.model.Frame;
import org.hrscope.model.Problem;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/// Reads a picture file into a frame: upright by its EXIF mark, 8 bits, transparent parts on black. One thread.
///
/// The bytes are read by Java, because OpenCV cannot open a path with, say, Chinese letters on Windows.
final class PictureReader {
    private final FramePool pool;

    PictureReader(FramePool pool) {
        OpenCv.load();
        this.pool = pool;
    }

    Frame read(Path file, Frame.Origin origin) throws Problem {
        Mat picture = decoded(file);
        try {
            return pool.frame(
                    picture.cols(),
                    picture.rows(),
                    origin,
                    pixels -> {
                        Mat to = new Mat(picture.rows(), picture.cols(), CvType.CV_8UC4, pixels);
                        Imgproc.cvtColor(picture, to, Imgproc.COLOR_BGR2BGRA);
                        to.release();
                    });
        } finally {
            picture.release();
        }
    }

    /// Three channels of 8 bits, BGR.
    private static Mat decoded(Path file) throws Problem {
        FileKind.check(file);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException | OutOfMemoryError e) {
            throw new Problem(e, "file.unreadable", file);
        }
        PictureHeader header = PictureHeader.of(bytes);
        PixelLimit.check(file, header.pixels(), 1);
        if (header.cutOff()) throw new Problem("picture.broken", file);
        MatOfByte packed = new MatOfByte(bytes);
        try {
            // Only the plain reading turns a picture upright; only the other keeps its alpha.
            Mat picture =
                    Imgcodecs.imdecode(
                            packed,
                            header.transparent()
                                    ? Imgcodecs.IMREAD_UNCHANGED
                                    : Imgcodecs.IMREAD_COLOR);
            if (picture.empty()) throw new Problem("picture.broken", file);
            if (picture.channels() == 4) layOnBlack(picture);
            return picture;
        } catch (CvException e) {
            throw new Problem(e, "picture.broken", file);
        } finally {
            packed.release();
        }
    }

    /// The frame is opaque, so that it is the same to eye and network.
    private static void layOnBlack(Mat picture) {
        if (picture.depth() == CvType.CV_16U)
            picture.convertTo(picture, CvType.CV_8U, 255.0 / 65535);
        Imgproc.cvtColor(picture, picture, Imgproc.COLOR_RGBA2mRGBA);
        Imgproc.cvtColor(picture, picture, Imgproc.COLOR_BGRA2BGR);
    }
}
