package org.hrscope.capture;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.pixels.OpenCv;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// A BGRA picture in memory that FFmpeg laid out for itself: rows begin at 64 bytes, and rows and end are padded. Its
/// converters write whole vector blocks, so that in rows without gaps they run past the end of the last one, and before
/// it into the next. One thread.
final class PaddedPicture implements AutoCloseable {
    private static final int ALIGNMENT = 64;

    private @Nullable AVFrame frame;
    private @Nullable Mat pixels;

    /// Memory for a picture of this size, in pixels; the same as before while the size stays.
    ///
    /// @throws FfmpegException where there is not enough
    AVFrame sized(int width, int height) throws FfmpegException {
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

    /// The picture's own pixels, without the padding; as long as the size stays.
    Mat pixels() {
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
