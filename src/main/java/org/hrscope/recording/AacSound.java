package org.hrscope.recording;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.hrscope.capture.FfmpegException;
import org.jspecify.annotations.Nullable;

/// Sound in a format that players do not expect in an MP4, PCM or Vorbis for example, encoded again as AAC: mono or
/// stereo, at its own rate where AAC has it. Opened, used and closed by one thread.
final class AacSound implements AutoCloseable {
    private static final Set<Integer> RATES =
            Set.of(
                    96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025,
                    8000);

    private static final int OTHERWISE = 48_000;
    private static final long BITS_A_CHANNEL = 80_000;

    /// A gap in the sound, in seconds; less is rounding.
    private static final double GAP = 0.1;

    private final double tick;
    private final AVCodecContext decoder;
    private final AVCodecContext encoder;
    private final SwrContext resampler = swresample.swr_alloc();
    private final AVFrame decoded = avutil.av_frame_alloc();
    private final AVFrame converted = avutil.av_frame_alloc();
    private final AVFrame full = avutil.av_frame_alloc();
    private @Nullable AVAudioFifo waiting;
    private long next = Long.MIN_VALUE;
    private boolean ending;

    /// @throws FfmpegException if it cannot be decoded
    AacSound(AVStream from) throws FfmpegException {
        tick = avutil.av_q2d(from.time_base());
        AVCodec reading = avcodec.avcodec_find_decoder(from.codecpar().codec_id());
        AVCodec writing = avcodec.avcodec_find_encoder_by_name("aac");
        decoder = avcodec.avcodec_alloc_context3(reading);
        encoder = avcodec.avcodec_alloc_context3(writing);
        boolean whole = false;
        try {
            if (reading == null) throw new FfmpegException(avutil.AVERROR_DECODER_NOT_FOUND);
            if (writing == null) throw new FfmpegException(avutil.AVERROR_ENCODER_NOT_FOUND);
            FfmpegException.check(avcodec.avcodec_parameters_to_context(decoder, from.codecpar()));
            decoder.pkt_timebase(from.time_base());
            FfmpegException.check(avcodec.avcodec_open2(decoder, reading, (AVDictionary) null));
            int rate = decoder.sample_rate();
            encoder.sample_rate(RATES.contains(rate) ? rate : OTHERWISE);
            int channels = Math.clamp(decoder.ch_layout().nb_channels(), 1, 2);
            avutil.av_channel_layout_default(encoder.ch_layout(), channels);
            encoder.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
            encoder.bit_rate(channels * BITS_A_CHANNEL);
            encoder.time_base().num(1).den(encoder.sample_rate());
            encoder.flags(
                    encoder.flags()
                            | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER
                            | avcodec.AV_CODEC_FLAG_BITEXACT);
            FfmpegException.check(avcodec.avcodec_open2(encoder, writing, (AVDictionary) null));
            waiting = avutil.av_audio_fifo_alloc(encoder.sample_fmt(), channels, 1);
            describe(full);
            full.nb_samples(encoder.frame_size());
            FfmpegException.check(avutil.av_frame_get_buffer(full, 0));
            whole = true;
        } finally {
            if (!whole) close();
        }
    }

    AVCodecContext context() {
        return encoder;
    }

    private void describe(AVFrame frame) throws FfmpegException {
        frame.format(encoder.sample_fmt());
        frame.sample_rate(encoder.sample_rate());
        FfmpegException.check(
                avutil.av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout()));
    }

    /// Takes a packet of the source. A damaged one costs only itself.
    void add(AVPacket packet) throws FfmpegException {
        if (avcodec.avcodec_send_packet(decoder, packet) >= 0) decode(packet.pts());
        avcodec.av_packet_unref(packet);
    }

    private void decode(long packetTime) throws FfmpegException {
        while (avcodec.avcodec_receive_frame(decoder, decoded) >= 0) {
            long time = decoded.pts() == avutil.AV_NOPTS_VALUE ? packetTime : decoded.pts();
            due(Math.round(time * tick * encoder.sample_rate()));
            if (decoded.ch_layout().order() == avutil.AV_CHANNEL_ORDER_UNSPEC)
                avutil.av_channel_layout_default(
                        decoded.ch_layout(), decoded.ch_layout().nb_channels());
            convert(decoded);
            avutil.av_frame_unref(decoded);
        }
    }

    /// Samples are counted, so that rounded times do not tear them apart; only a gap is kept.
    private void due(long sample) {
        long counted = next + avutil.av_audio_fifo_size(waiting);
        boolean gap = sample - counted > GAP * encoder.sample_rate();
        if (next == Long.MIN_VALUE) next = sample;
        else if (gap) next += sample - counted;
    }

    /// @param from null for what the resampler still holds
    private void convert(@Nullable AVFrame from) throws FfmpegException {
        describe(converted);
        if (swresample.swr_convert_frame(resampler, converted, from) >= 0)
            avutil.av_audio_fifo_write(waiting, converted.extended_data(), converted.nb_samples());
        avutil.av_frame_unref(converted);
        if (next >= 0) return;
        int before = (int) Math.min(-next, avutil.av_audio_fifo_size(waiting));
        avutil.av_audio_fifo_drain(waiting, before);
        next += before;
    }

    private void encode() throws FfmpegException {
        int count = Math.min(avutil.av_audio_fifo_size(waiting), encoder.frame_size());
        // The encoder may still hold the memory of the frame before.
        FfmpegException.check(avutil.av_frame_make_writable(full));
        full.nb_samples(count);
        avutil.av_audio_fifo_read(waiting, full.extended_data(), count);
        full.pts(next);
        next += count;
        FfmpegException.check(avcodec.avcodec_send_frame(encoder, full));
    }

    /// No more packets follow.
    void drain() throws FfmpegException {
        if (next == Long.MIN_VALUE) return;
        avcodec.avcodec_send_packet(decoder, null);
        decode(avutil.AV_NOPTS_VALUE);
        convert(null);
        ending = true;
    }

    /// The encoder takes no more samples than it gives back, so it is fed as it is asked.
    ///
    /// @return whether there was a packet
    boolean take(AVPacket packet) throws FfmpegException {
        int answer = avcodec.avcodec_receive_packet(encoder, packet);
        while (answer == avutil.AVERROR_EAGAIN()) {
            int samples = avutil.av_audio_fifo_size(waiting);
            if (samples >= encoder.frame_size() || ending && samples > 0) encode();
            else if (ending) FfmpegException.check(avcodec.avcodec_send_frame(encoder, null));
            else return false;
            answer = avcodec.avcodec_receive_packet(encoder, packet);
        }
        if (answer == avutil.AVERROR_EOF) return false;
        FfmpegException.check(answer);
        return true;
    }

    @Override
    public void close() {
        if (waiting != null) avutil.av_audio_fifo_free(waiting);
        waiting = null;
        swresample.swr_free(resampler);
        avutil.av_frame_free(decoded);
        avutil.av_frame_free(converted);
        avutil.av_frame_free(full);
        avcodec.avcodec_free_context(decoder);
        avcodec.avcodec_free_context(encoder);
    }
}
