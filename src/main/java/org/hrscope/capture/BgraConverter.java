package org.hrscope.capture;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/// Converts any FFmpeg frame to BGRA with the frame's own colour matrix and range. Writes past the ends of rows, so
/// the target must be a [PaddedPicture]. One thread.
final class BgraConverter implements AutoCloseable {

    /// What the converter was configured for.
    private record Form(
            int width,
            int height,
            int pixels,
            int matrix,
            boolean full,
            int toWidth,
            int toHeight) {}

    private @Nullable Form form;
    private @Nullable SwsContext converter;

    /// @param to of the target size, which may differ from the source's
    void convert(AVFrame picture, AVFrame to) throws FfmpegException {
        SwsContext sws = converterFor(picture, to);
        FfmpegException.check(
                swscale.sws_scale(
                        sws,
                        picture.data(),
                        picture.linesize(),
                        0,
                        picture.height(),
                        to.data(),
                        to.linesize()));
    }

    private SwsContext converterFor(AVFrame picture, AVFrame to) throws FfmpegException {
        Form wanted =
                new Form(
                        picture.width(),
                        picture.height(),
                        picture.format(),
                        picture.colorspace(),
                        fullRange(picture),
                        to.width(),
                        to.height());
        SwsContext sws = converter;
        if (sws != null && wanted.equals(form)) return sws;
        boolean scaled = wanted.width != wanted.toWidth || wanted.height != wanted.toHeight;
        sws =
                swscale.sws_getCachedContext(
                        sws,
                        wanted.width,
                        wanted.height,
                        wanted.pixels,
                        wanted.toWidth,
                        wanted.toHeight,
                        avutil.AV_PIX_FMT_BGRA,
                        scaled ? swscale.SWS_BICUBIC : swscale.SWS_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null);
        converter = sws; // frees the previous one
        form = wanted;
        if (sws == null) throw new FfmpegException(avutil.AVERROR_PATCHWELCOME);
        int unity = 1 << 16;
        swscale.sws_setColorspaceDetails(
                sws,
                swscale.sws_getCoefficients(wanted.matrix),
                wanted.full ? 1 : 0,
                swscale.sws_getCoefficients(swscale.SWS_CS_DEFAULT),
                0,
                0,
                unity,
                unity);
        return sws;
    }

    /// Without a flag, grey is full range and colour is limited (TV) range.
    private static boolean fullRange(AVFrame picture) {
        if (picture.color_range() == avutil.AVCOL_RANGE_JPEG) return true;
        return switch (picture.format()) {
            case avutil.AV_PIX_FMT_YUVJ411P,
                    avutil.AV_PIX_FMT_YUVJ420P,
                    avutil.AV_PIX_FMT_YUVJ422P,
                    avutil.AV_PIX_FMT_YUVJ440P,
                    avutil.AV_PIX_FMT_YUVJ444P ->
                    true;
            default ->
                    picture.color_range() == avutil.AVCOL_RANGE_UNSPECIFIED
                            && grey(avutil.av_pix_fmt_desc_get(picture.format()));
        };
    }

    private static boolean grey(@Nullable AVPixFmtDescriptor pixels) {
        return pixels != null
                && pixels.nb_components() <= 2
                && (pixels.flags() & avutil.AV_PIX_FMT_FLAG_PAL) == 0;
    }

    @Override
    public void close() {
        swscale.sws_freeContext(converter);
        converter = null;
        form = null;
    }
}
