package org.hrscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.picture.PictureException;
import org.hrscope.capture.picture.StoredPicture;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.OpenCv;
import org.hrscope.pixels.PixelMat;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// Reads an image file into a frame: upright by its EXIF tag, 8 bits, transparency on black. One thread.
final class PictureReader {
    /// [PixelLimit] at four channels of 16 bits, uncompressed, with room for metadata.
    private static final int MOST_BYTES = 1_000_000_000;

    private final FramePool pool;
    private final List<Problem> told = new ArrayList<>();

    PictureReader(FramePool pool) {
        OpenCv.load();
        this.pool = pool;
    }

    Frame read(Path file, Frame.Origin origin) throws Problem {
        FileKind.check(file);
        try {
            if (FileKind.heif(file)) return HeifPicture.read(file, pool, origin);
            StoredPicture stored = StoredPicture.of(bytes(file));
            PixelLimit.check(file, stored.width(), stored.height());
            Frame frame = frame(stored, origin);
            if (stored.animated()) told.add(new Problem(FrameSource.ANIMATED, file));
            if (stored.pages()) told.add(new Problem("picture.pages", file));
            return frame;
        } catch (PictureException e) {
            throw new Problem(e, e.key(), file);
        } catch (OutOfMemoryError e) {
            throw new Problem(e, "picture.memory", file);
        }
    }

    /// What is to be told of images that were read since the last call.
    List<Problem> take() {
        List<Problem> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    private static byte[] bytes(Path file) throws Problem {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            if (size > MOST_BYTES) throw new Problem("picture.large", file, size / 1_000_000);
            // Also holds if the file grows while it is read.
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    private Frame frame(StoredPicture stored, Frame.Origin origin) throws PictureException {
        Mat picture = stored.decode();
        try {
            stored.orientation().turn(picture);
            return pool.frame(
                    picture.cols(),
                    picture.rows(),
                    origin,
                    pixels -> {
                        try (PixelMat to = new PixelMat(picture.cols(), picture.rows(), pixels)) {
                            Imgproc.cvtColor(picture, to.mat(), Imgproc.COLOR_BGR2BGRA);
                        }
                    });
        } finally {
            picture.release();
        }
    }
}
