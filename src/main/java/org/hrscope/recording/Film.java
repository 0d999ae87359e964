package org.hrscope.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.capture.FfmpegException;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// A recording being written: images with their own times, and the source's sound beside them. All images are brought
/// to the first one's size. Opened, used and closed by one thread.
///
/// A packet waits until the next image's time tells how long it lasts, so that uneven frame rates are kept exactly.
final class Film implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;

    /// Assumed where nothing is known: the last frame's duration, and the bit rate's share.
    private static final double RATE = 30;

    /// Samples per second: the container takes MP3, but says only at its header that it takes no slower one.
    private static final int SLOWEST_MP3 = 16_000;

    /// Others are allowed, but few players take them.
    private static final Set<Integer> EXPECTED =
            Set.of(
                    avcodec.AV_CODEC_ID_AAC,
                    avcodec.AV_CODEC_ID_MP3,
                    avcodec.AV_CODEC_ID_AC3,
                    avcodec.AV_CODEC_ID_EAC3,
                    avcodec.AV_CODEC_ID_ALAC,
                    avcodec.AV_CODEC_ID_OPUS);

    private final Medium medium;
    private final FilmSize size;
    private final AVFormatContext format = new AVFormatContext(null);
    private final OutputBridge output;
    private final @Nullable SoundTrack sound;
    private final PictureEncoder encoder;
    private final AVStream pictures;
    private final @Nullable AVStream audio;
    private @Nullable AacSound encoded;
    private final AVRational tick = new AVRational();
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVPacket held = avcodec.av_packet_alloc();
    private final AVPacket heard = avcodec.av_packet_alloc();
    private final Mat scaled = new Mat();
    private final double rate;
    private final boolean told;
    private final long firstNanos;
    private long lastTick = -1;
    private long gap;
    private long keyed = Long.MIN_VALUE;
    private boolean holds;

    /// What the first frame tells.
    ///
    /// @param nanos  the first frame's time; all times count from it
    /// @param source file whose sound is kept; null for none
    record Start(int width, int height, long nanos, @Nullable Path source) {}

    Film(OutputStream to, Medium medium, Start start) throws IOException {
        this.medium = medium;
        size = FilmSize.of(start.width, start.height, medium);
        firstNanos = start.nanos;
        boolean whole = false;
        try {
            sound =
                    medium == Medium.MP4 && start.source != null
                            ? new SoundTrack(start.source)
                            : null;
            double own = sound == null ? 0 : sound.rate();
            told = own > 0;
            rate = told ? own : RATE;
            choose(sound == null ? null : sound.tick());
            output = new OutputBridge(to);
            FfmpegException.check(
                    avformat.avformat_alloc_output_context2(format, null, medium.container, null));
            boolean apart = (format.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0;
            encoder = new PictureEncoder(medium, size, tick, rate, apart);
            format.pb(output.context());
            // Byte for byte the same each time.
            format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
            pictures = avformat.avformat_new_stream(format, null);
            FfmpegException.check(
                    avcodec.avcodec_parameters_from_context(
                            pictures.codecpar(), encoder.context()));
            pictures.time_base(tick);
            audio = sound == null || sound.sound() == null ? null : carried(sound.sound());
            begin();
            whole = true;
        } finally {
            if (!whole) close();
        }
    }

    /// The source's own, so that no time is rounded; hundredths for GIF, which knows no others.
    private void choose(@Nullable AVRational own) {
        if (medium == Medium.GIF) tick.num(1).den(100);
        else if (medium == Medium.WEBP) tick.num(1).den(1000);
        else if (own == null || own.num() <= 0 || own.den() < 1000 || own.den() > 1_000_000)
            tick.num(1).den(90_000);
        else tick.num(1).den(own.den());
    }

    /// Copied where players expect such sound in an MP4, else encoded again; null where neither can be done.
    private @Nullable AVStream carried(AVStream from) throws FfmpegException {
        int codec = from.codecpar().codec_id();
        boolean fits = avformat.avformat_query_codec(format.oformat(), codec, 0) == 1;
        boolean slow = from.codecpar().sample_rate() < SLOWEST_MP3;
        boolean expected = EXPECTED.contains(codec) && fits;
        if (expected && !(codec == avcodec.AV_CODEC_ID_MP3 && slow)) return copied(from);
        try {
            AacSound made = new AacSound(from);
            encoded = made;
            if (sound != null) sound.overlap();
            AVStream to = avformat.avformat_new_stream(format, null);
            FfmpegException.check(
                    avcodec.avcodec_parameters_from_context(to.codecpar(), made.context()));
            to.time_base(made.context().time_base());
            return to;
        } catch (FfmpegException undecodable) {
            return null;
        }
    }

    private AVStream copied(AVStream from) throws FfmpegException {
        AVStream to = avformat.avformat_new_stream(format, null);
        FfmpegException.check(avcodec.avcodec_parameters_copy(to.codecpar(), from.codecpar()));
        // The source container's own number for the codec.
        to.codecpar().codec_tag(0);
        to.time_base(from.time_base());
        return to;
    }

    private void begin() throws IOException {
        try (AVDictionary settings = new AVDictionary(null)) {
            if (medium == Medium.MP4) {
                // The header waits for the first fragment, which tells where the sound begins.
                String flags = "frag_keyframe+delay_moov+default_base_moof";
                avutil.av_dict_set(settings, "movflags", flags, 0);
                avutil.av_dict_set(settings, "frag_duration", "500000", 0);
            } else {
                avutil.av_dict_set(settings, "loop", "0", 0);
            }
            int answer = avformat.avformat_write_header(format, settings);
            avutil.av_dict_free(settings);
            check(answer);
        }
    }

    private void check(int answer) throws IOException {
        output.check();
        FfmpegException.check(answer);
    }

    /// Whether the source has sound that this container cannot hold.
    boolean mute() {
        return sound != null && sound.sound() != null && audio == null;
    }

    long bytes() {
        return output.written();
    }

    /// @param bgra  any size
    /// @param nanos on the clock of the first frame
    void add(Mat bgra, long nanos) throws IOException {
        long since = nanos - firstNanos;
        double ticks = since / (double) SECOND * tick.den() / tick.num();
        // Two frames of one time are still two frames.
        long time = Math.max(lastTick + 1, Math.round(ticks));
        boolean key = keyed == Long.MIN_VALUE || since - keyed >= SECOND;
        if (key) keyed = since;
        lay(bgra);
        encoder.encode(time, key);
        if (lastTick >= 0) gap = time - lastTick;
        lastTick = time;
        packets();
    }

    /// Fitted into the recording's size, what is left over repeats the edge.
    private void lay(Mat bgra) {
        Mat canvas = encoder.canvas().pixels();
        double scale =
                Math.min(size.width() / (double) bgra.cols(), size.height() / (double) bgra.rows());
        int wide = Math.clamp(Math.round(bgra.cols() * scale), 1, size.width());
        int high = Math.clamp(Math.round(bgra.rows() * scale), 1, size.height());
        Mat from = bgra;
        if (wide != bgra.cols() || high != bgra.rows()) {
            Imgproc.resize(bgra, scaled, new Size(wide, high), 0, 0, Imgproc.INTER_AREA);
            from = scaled;
        }
        int below = canvas.rows() - high;
        int beside = canvas.cols() - wide;
        // Of the right size and type already, so that it is written to, not allocated anew.
        Core.copyMakeBorder(from, canvas, 0, below, 0, beside, Core.BORDER_REPLICATE);
    }

    private void packets() throws IOException {
        while (encoder.take(packet)) {
            if (holds) write(packet.pts() - held.pts());
            avcodec.av_packet_move_ref(held, packet);
            holds = true;
        }
    }

    /// The packet held, and the sound up to its end.
    private void write(long duration) throws IOException {
        double seconds = avutil.av_q2d(tick);
        double end = (held.pts() + duration) * seconds;
        held.stream_index(pictures.index());
        held.duration(duration);
        avcodec.av_packet_rescale_ts(held, tick, pictures.time_base());
        check(avformat.av_interleaved_write_frame(format, held));
        holds = false;
        AVStream to = audio;
        AVStream ours = sound == null ? null : sound.sound();
        if (to == null || sound == null || ours == null) return;
        double from = firstNanos / (double) SECOND;
        AVPacket next = sound.next(from, from + end);
        while (next != null) {
            if (encoded == null) write(next, to, ours.time_base());
            else encoded.add(next);
            encoded(to);
            next = sound.next(from, from + end);
        }
    }

    private void encoded(AVStream to) throws IOException {
        AacSound made = encoded;
        while (made != null && made.take(heard)) write(heard, to, made.context().time_base());
    }

    private void write(AVPacket sounding, AVStream to, AVRational ticks) throws IOException {
        sounding.stream_index(to.index());
        avcodec.av_packet_rescale_ts(sounding, ticks, to.time_base());
        sounding.pos(-1);
        check(avformat.av_interleaved_write_frame(format, sounding));
    }

    /// Ends the recording; close it afterwards.
    void end() throws IOException {
        encoder.drain();
        packets();
        // As long as the one before, where nobody says: the last image of a slow animation must not
        // just flash.
        long usual = Math.max(1, Math.round(tick.den() / rate));
        if (holds) write(!told && gap > 0 ? gap : usual);
        if (encoded != null && audio != null) {
            encoded.drain();
            encoded(audio);
        }
        check(avformat.av_write_trailer(format));
        avformat.avio_flush(output.context());
        output.check();
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avcodec.av_packet_free(held);
        avcodec.av_packet_free(heard);
        // What was not opened, where opening failed.
        if (encoder != null) encoder.close();
        if (sound != null) sound.close();
        if (encoded != null) encoded.close();
        if (!format.isNull()) format.pb(null);
        avformat.avformat_free_context(format);
        if (output != null) output.free();
        scaled.release();
        tick.close();
    }
}
