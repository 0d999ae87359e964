package org.hrscope.capture;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.pixels.OpenCv;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// A BGRA image in memory laid out by FFmpeg: rows are 64-byte aligned, rows and end are padded. Its converters
/// write whole SIMD blocks, which would overrun unpadded rows into the next row and, at the end, off the buffer.
/// One thread.
public final class PaddedPicture implements AutoCloseable {
    private static final int ALIGNMENT = 64;

    private @Nullable AVFrame frame;
    private @Nullable Mat pixels;

    /// Memory for an image of this size in pixels; reused while the size stays the same.
    ///
    /// @throws FfmpegException if out of memory
    public AVFrame sized(int width, int height) throws FfmpegException {
        AVFrame kept = frame;
        if (kept != null && kept.width() == width && kept.height() == height) return kept;
        close();
        AVFrame made = avutil.av_frame_alloc();
        made.format(avutil.AV_PIX_FMT_BGRA);
        made.width(width);
        made.height(height);
        int answer = avutil.av_frame_get_buffer(made, ALIGNMENT);
        if (answer < 0) avutil.av_frame_free(made);
        FfmpegException.check(answer);
        frame = made;
        return made;
    }

    /// The pixels without padding; valid until the size changes.
    public Mat pixels() {
        Mat seen = pixels;
        if (seen != null) return seen;
        AVFrame picture = Objects.requireNonNull(frame);
        OpenCv.load();
        int stride = picture.linesize(0);
        ByteBuffer bytes =
                picture.data(0).capacity((long) stride * picture.height()).asByteBuffer();
        seen = new Mat(picture.height(), picture.width(), CvType.CV_8UC4, bytes, stride);
        pixels = seen;
        return seen;
    }

    @Override
    public void close() {
        if (pixels != null) pixels.release();
        pixels = null;
        if (frame != null) avutil.av_frame_free(frame);
        frame = null;
    }
}
