package org.hrscope.capture;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.PixelMat;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/// Turns FFmpeg frames into ours: upright, square pixels, transparency on black, each at its own size (a recording
/// may change size midway). One thread.
///
/// FFmpeg scales into its own padded memory and the rows are copied out: our frames have no row padding, and FFmpeg
/// writes past unpadded rows. The copy is cheap next to decoding.
final class BgraPainter implements AutoCloseable {
    private final Object source;
    private final FramePool pool;
    private final BgraConverter converter = new BgraConverter();
    private final PaddedPicture padded = new PaddedPicture();
    private final BufferViews<PixelMat> views =
            new BufferViews<>(
                    pixels -> new PixelMat(viewWidth(), viewHeight(), pixels), PixelMat::close);
    private int viewWidth;
    private int viewHeight;

    /// @param source named in error sentences: a file or an address
    BgraPainter(Object source, FramePool pool) {
        this.source = source;
        this.pool = pool;
    }

    /// @param pixelShape sample aspect ratio, width to height; 0 if unknown
    /// @throws Problem if the frame is too large or its format cannot be converted
    Frame frame(AVFrame picture, AVRational pixelShape, Frame.Origin origin) throws Problem {
        Mat stored = stored(picture, pixelShape);
        FrameOrientation posture = FrameOrientation.of(picture);
        view(posture.width(stored), posture.height(stored));
        return pool.frame(
                viewWidth,
                viewHeight,
                origin,
                pixels -> posture.turn(stored, views.of(pixels).mat()));
    }

    /// The frame as stored, converted to BGRA; valid until the next call.
    Mat stored(AVFrame picture, AVRational pixelShape) throws Problem {
        int width = SquarePixels.width(picture, pixelShape);
        PixelLimit.check(source, width, picture.height());
        try {
            // The decoder gave up halfway.
            if (width < 1 || picture.height() < 1 || picture.data(0) == null)
                throw new FfmpegException(avutil.AVERROR_INVALIDDATA);
            converter.convert(picture, padded.sized(width, picture.height()));
        } catch (FfmpegException e) {
            throw new Problem(e, "video.broken", source);
        }
        Mat stored = padded.pixels();
        if (transparent(picture)) layOnBlack(stored);
        return stored;
    }

    private static boolean transparent(AVFrame picture) {
        AVPixFmtDescriptor pixels = avutil.av_pix_fmt_desc_get(picture.format());
        return pixels != null && (pixels.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0;
    }

    /// Frames are opaque, so that the network sees what the viewer sees.
    private static void layOnBlack(Mat picture) {
        Imgproc.cvtColor(picture, picture, Imgproc.COLOR_RGBA2mRGBA);
        Core.add(picture, new Scalar(0, 0, 0, 255), picture);
    }

    /// Views have a fixed size, and OpenCV silently reallocates one that does not fit.
    private void view(int width, int height) {
        if (width == viewWidth && height == viewHeight) return;
        views.close();
        viewWidth = width;
        viewHeight = height;
    }

    private int viewWidth() {
        return viewWidth;
    }

    private int viewHeight() {
        return viewHeight;
    }

    @Override
    public void close() {
        views.close();
        padded.close();
        converter.close();
    }
}
