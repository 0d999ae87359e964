package org.hrscope.capture;

import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/// FFmpeg's demuxer and decoder over one file or address; returns frames in presentation order. Times are in stream
/// ticks, see [#secondsPerTick()]. Opened, read and closed by one thread.
///
/// Uses FFmpeg's C API rather than javacv's grabber, which copies every frame once more and cannot seek to an exact
/// frame.
final class VideoDecoder implements AutoCloseable {
    private final OpenFormat opened;
    private final AVFormatContext format;
    private final AVStream stream;
    private final OpenCodec decoder;
    private final AVCodecContext codec;
    private final Packets packets;
    private final AVFrame picture;

    /// Whether the decoder has been told that no more packets follow.
    private boolean draining;

    private int ended;

    /// @param input   already open; owned by this decoder
    /// @param threads for decoding; each one beyond the first delays output by a frame
    VideoDecoder(OpenFormat input, int threads) throws FfmpegException {
        this(input, threads, false);
    }

    /// @param cutOff whether the file ends before it should
    VideoDecoder(OpenFormat input, int threads, boolean cutOff) throws FfmpegException {
        opened = input;
        format = input.context();
        packets = new Packets(input, cutOff);
        picture = avutil.av_frame_alloc();
        @Nullable OpenCodec made = null;
        boolean whole = false;
        try {
            int best =
                    FfmpegException.check(
                            avformat.av_find_best_stream(
                                    format, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0));
            stream = format.streams(best);
            made = new OpenCodec(stream, threads);
            decoder = made;
            codec = made.context();
            // Where the format allows it, audio and subtitles are not even read.
            for (int i = 0; i < format.nb_streams(); i++) {
                if (i != best) format.streams(i).discard(avcodec.AVDISCARD_ALL);
            }
            whole = true;
        } finally {
            if (!whole) free(made);
        }
    }

    /// Decodes the next frame into [#picture()]; false at the end, see [#error()].
    boolean next() {
        opened.patience().begin();
        while (true) {
            int answer = avcodec.avcodec_receive_frame(codec, picture);
            if (answer == 0) return true;
            if (answer == avutil.AVERROR_EOF || draining) return false;
            // Anything else means "feed more packets"; a damaged packet costs only its own frame.
            int read = packets.next();
            if (read < 0) {
                ended = read;
                draining = true;
                avcodec.avcodec_send_packet(codec, null);
            } else if (packets.packet().stream_index() == stream.index()) {
                avcodec.avcodec_send_packet(codec, packets.packet());
            }
        }
    }

    /// Owned by FFmpeg, like [#time()]; valid until the next call.
    AVFrame picture() {
        return picture;
    }

    /// Sample aspect ratio, width to height; 0 if unknown.
    AVRational pixelShape() {
        return avformat.av_guess_sample_aspect_ratio(format, stream, picture);
    }

    /// Presentation time in ticks; `AV_NOPTS_VALUE` if the file has none.
    long time() {
        return picture.best_effort_timestamp();
    }

    /// Continues from a keyframe at or before this time, as far as the format can tell.
    void seek(long time) throws FfmpegException {
        opened.patience().begin();
        int answer =
                avformat.av_seek_frame(format, stream.index(), time, avformat.AVSEEK_FLAG_BACKWARD);
        if (answer < 0) {
            // Keyframes are indexed by decoding time.
            FfmpegException.check(
                    avformat.av_seek_frame(format, stream.index(), Long.MIN_VALUE / 2, 0));
        }
        avcodec.avcodec_flush_buffers(codec);
        packets.forget();
        draining = false;
        ended = 0;
    }

    /// Why [#next()] ended, unless it was simply the end of the file.
    @Nullable FfmpegException error() {
        return ended == 0 || ended == avutil.AVERROR_EOF ? null : new FfmpegException(ended);
    }

    /// Reads to the end without decoding.
    PacketTimes packetTimes() {
        LongStream.Builder times = LongStream.builder();
        long last = Long.MIN_VALUE;
        boolean backwards = false;
        while (packets.next() >= 0) {
            AVPacket packet = packets.packet();
            long time = packet.pts() == avutil.AV_NOPTS_VALUE ? packet.dts() : packet.pts();
            boolean shown = (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0;
            if (packet.stream_index() == stream.index() && shown) {
                times.add(time);
                if (packet.dts() != avutil.AV_NOPTS_VALUE) {
                    backwards |= packet.dts() < last;
                    last = packet.dts();
                }
            }
        }
        return new PacketTimes(times.build().toArray(), backwards);
    }

    /// Duration according to the file; 0 if unknown.
    double seconds() {
        long ticks = stream.duration();
        if (ticks > 0) return ticks * secondsPerTick();
        return Math.max(0, format.duration() / (double) avutil.AV_TIME_BASE);
    }

    /// FFmpeg's name of the format, such as `mpegts` or `jpeg_pipe`.
    String formatName() {
        return format.iformat().name().getString();
    }

    /// Whether timestamps may restart midway, as in concatenated recordings.
    boolean timesMayJump() {
        return (format.iformat().flags() & avformat.AVFMT_TS_DISCONT) != 0;
    }

    AVStream stream() {
        return stream;
    }

    double secondsPerTick() {
        return avutil.av_q2d(stream.time_base());
    }

    private void free(@Nullable OpenCodec made) {
        avutil.av_frame_free(picture);
        packets.close();
        if (made != null) made.close();
        opened.close();
    }

    @Override
    public void close() {
        free(decoder);
    }
}
