package org.hrscope.recording;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.hrscope.capture.FfmpegException;
import org.hrscope.capture.PaddedPicture;
import org.jspecify.annotations.Nullable;

/// Encodes BGRA images of one size. The image to encode is laid into [#canvas()], memory of FFmpeg's own: its
/// converters and encoders read and write whole SIMD blocks, past the ends of rows. Opened, used and closed by one
/// thread.
final class PictureEncoder implements AutoCloseable {
    private static final int ALIGNMENT = 64;

    /// Bits a pixel and frame: flat areas and thin lines, at no visible loss.
    private static final double BITS = 0.14;

    private static final int LEAST_BITS = 400_000;

    private final AVCodecContext context;
    private final PaddedPicture canvas = new PaddedPicture();
    private final AVFrame source;
    private final AVFrame converted = avutil.av_frame_alloc();
    private @Nullable SwsContext converter;

    /// @param rate  nominal frames per second; what the bit rate is shared among
    /// @param apart whether the container wants the parameter sets in its own header
    PictureEncoder(Medium medium, FilmSize size, AVRational tick, double rate, boolean apart)
            throws FfmpegException {
        AVCodec encoder = avcodec.avcodec_find_encoder_by_name(medium.encoder);
        context = avcodec.avcodec_alloc_context3(encoder);
        boolean whole = false;
        try {
            if (encoder == null) throw new FfmpegException(avutil.AVERROR_ENCODER_NOT_FOUND);
            source = canvas.sized(size.filledWidth(), size.filledHeight());
            context.width(size.filledWidth());
            context.height(size.filledHeight());
            context.pix_fmt(medium.pixels);
            context.time_base(tick);
            AVRational frames = new AVRational();
            context.framerate(frames.num((int) Math.round(rate * 1000)).den(1000));
            frames.close();
            if (medium == Medium.MP4) video(size, rate);
            if (apart) context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
            open(encoder, medium);
            prepare(medium, size);
            whole = true;
        } finally {
            if (!whole) close();
        }
    }

    private void video(FilmSize size, double rate) {
        double pixels = (double) size.filledWidth() * size.filledHeight();
        context.bit_rate(Math.max(LEAST_BITS, Math.round(pixels * rate * BITS)));
        // Forced by time instead, see Film.
        context.gop_size(1 << 20);
        context.color_range(avutil.AVCOL_RANGE_MPEG);
        context.colorspace(avutil.AVCOL_SPC_BT709);
        context.color_primaries(avutil.AVCOL_PRI_BT709);
        context.color_trc(avutil.AVCOL_TRC_BT709);
        context.thread_count(1);
    }

    private void open(AVCodec encoder, Medium medium) throws FfmpegException {
        Map<String, String> options =
                switch (medium) {
                    // Every frame is kept: the encoder must not skip one to keep its rate.
                    case MP4 -> Map.of("rc_mode", "quality", "allow_skip_frames", "0");
                    case WEBP -> Map.of("quality", "80", "compression_level", "1", "loop", "0");
                    case GIF -> Map.of();
                };
        try (AVDictionary settings = new AVDictionary(null)) {
            options.forEach((key, value) -> avutil.av_dict_set(settings, key, value, 0));
            int answer = avcodec.avcodec_open2(context, encoder, settings);
            avutil.av_dict_free(settings);
            FfmpegException.check(answer);
        }
    }

    private void prepare(Medium medium, FilmSize size) throws FfmpegException {
        converted.format(medium.pixels);
        converted.width(size.filledWidth());
        converted.height(size.filledHeight());
        FfmpegException.check(avutil.av_frame_get_buffer(converted, ALIGNMENT));
        SwsContext sws =
                swscale.sws_getContext(
                        size.filledWidth(),
                        size.filledHeight(),
                        avutil.AV_PIX_FMT_BGRA,
                        size.filledWidth(),
                        size.filledHeight(),
                        medium.pixels,
                        swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND,
                        null,
                        null,
                        (DoublePointer) null);
        converter = sws;
        if (sws == null) throw new FfmpegException(avutil.AVERROR_PATCHWELCOME);
        int unity = 1 << 16;
        int matrix = medium == Medium.MP4 ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_DEFAULT;
        swscale.sws_setColorspaceDetails(
                sws,
                swscale.sws_getCoefficients(swscale.SWS_CS_DEFAULT),
                1,
                swscale.sws_getCoefficients(matrix),
                medium == Medium.GIF ? 1 : 0,
                0,
                unity,
                unity);
    }

    /// Where the next image goes.
    PaddedPicture canvas() {
        return canvas;
    }

    AVCodecContext context() {
        return context;
    }

    /// Encodes what is on the canvas.
    ///
    /// @param time in ticks
    /// @param key  whether it must be decodable by itself
    void encode(long time, boolean key) throws FfmpegException {
        // The encoder may still hold the memory of the frame before.
        FfmpegException.check(avutil.av_frame_make_writable(converted));
        FfmpegException.check(
                swscale.sws_scale(
                        converter,
                        source.data(),
                        source.linesize(),
                        0,
                        source.height(),
                        converted.data(),
                        converted.linesize()));
        converted.pts(time);
        converted.pict_type(key ? avutil.AV_PICTURE_TYPE_I : avutil.AV_PICTURE_TYPE_NONE);
        FfmpegException.check(avcodec.avcodec_send_frame(context, converted));
    }

    /// No more images follow.
    void drain() throws FfmpegException {
        FfmpegException.check(avcodec.avcodec_send_frame(context, null));
    }

    /// @return whether there was a packet
    boolean take(AVPacket packet) throws FfmpegException {
        int answer = avcodec.avcodec_receive_packet(context, packet);
        if (answer == avutil.AVERROR_EOF || answer == avutil.AVERROR_EAGAIN()) return false;
        FfmpegException.check(answer);
        return true;
    }

    @Override
    public void close() {
        swscale.sws_freeContext(converter);
        converter = null;
        avutil.av_frame_free(converted);
        canvas.close();
        avcodec.avcodec_free_context(context);
    }
}
