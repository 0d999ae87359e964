package org.hrscope.recording;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.capture.FfmpegException;
import org.jspecify.annotations.Nullable;

/// The sound of a video file, as the packets it is stored in: copied, not encoded again. Also knows the tick that the
/// file's frames are timed in, and the first one's time, from which both count. One thread.
final class SoundTrack implements AutoCloseable {
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVPacket packet = avcodec.av_packet_alloc();
    private @Nullable AVStream video;
    private @Nullable AVStream sound;
    private boolean waiting;
    private boolean overlapping;
    private boolean over;
    private long last = Long.MIN_VALUE;

    /// @param source a file that FFmpeg has read before
    SoundTrack(Path source) throws FfmpegException {
        boolean whole = false;
        try (AVDictionary settings = new AVDictionary(null)) {
            // A disguised playlist must not lead to the network.
            avutil.av_dict_set(settings, "protocol_whitelist", "file", 0);
            String address = "file:" + source.toAbsolutePath();
            int answer =
                    avformat.avformat_open_input(format, address, (AVInputFormat) null, settings);
            avutil.av_dict_free(settings);
            FfmpegException.check(answer);
            FfmpegException.check(avformat.avformat_find_stream_info(format, (AVDictionary) null));
            video = best(avutil.AVMEDIA_TYPE_VIDEO);
            sound = best(avutil.AVMEDIA_TYPE_AUDIO);
            for (int i = 0; i < format.nb_streams(); i++) {
                AVStream each = format.streams(i);
                boolean ours = sound != null && each.index() == sound.index();
                if (!ours) each.discard(avcodec.AVDISCARD_ALL);
            }
            whole = true;
        } finally {
            if (!whole) close();
        }
    }

    private @Nullable AVStream best(int type) {
        int index = avformat.av_find_best_stream(format, type, -1, -1, (AVCodec) null, 0);
        return index < 0 ? null : format.streams(index);
    }

    /// A packet that begins before the first frame and reaches beyond it is given too: whoever decodes it can cut it.
    void overlap() {
        overlapping = true;
    }

    /// Null if there is none.
    @Nullable AVStream sound() {
        return sound;
    }

    /// Of the frames' times; null if the file does not say.
    @Nullable AVRational tick() {
        return video == null ? null : video.time_base();
    }

    /// Frames per second; 0 if the file does not say.
    double rate() {
        if (video == null || video.avg_frame_rate().den() == 0) return 0;
        return avutil.av_q2d(video.avg_frame_rate());
    }

    /// Seconds of the container's clock at which the first frame is due.
    private double begin() {
        AVStream frames = video;
        if (frames == null || frames.start_time() == avutil.AV_NOPTS_VALUE) return 0;
        return frames.start_time() * avutil.av_q2d(frames.time_base());
    }

    /// The next packet that begins from `from` on and before `to`, both in seconds since the first frame. Timed since
    /// `from`, in the sound's own ticks. Where a damaged file's clock stands still or runs back, packets are left out:
    /// no container takes them, and the images are worth more.
    ///
    /// @return null if there is none yet, or at the end
    @Nullable AVPacket next(double from, double to) {
        AVStream ours = sound;
        if (ours == null) return null;
        double tick = avutil.av_q2d(ours.time_base());
        while (!over) {
            if (!waiting && avformat.av_read_frame(format, packet) < 0) over = true;
            if (over) return null;
            waiting = true;
            long time = packet.pts() == avutil.AV_NOPTS_VALUE ? packet.dts() : packet.pts();
            double at = time * tick - begin();
            boolean foreign =
                    packet.stream_index() != ours.index() || time == avutil.AV_NOPTS_VALUE;
            // Half a tick, because `from` is rounded to nanoseconds.
            if (!foreign && at >= to) return null;
            waiting = false;
            double reaches = overlapping ? packet.duration() * tick : 0;
            boolean due = at + reaches >= from - tick / 2;
            if (!foreign && due && time > last) {
                last = time;
                long shift = Math.round((begin() + from) / tick);
                packet.pts(time - shift);
                packet.dts(time - shift);
                return packet;
            }
            avcodec.av_packet_unref(packet);
        }
        return null;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(format);
    }
}
