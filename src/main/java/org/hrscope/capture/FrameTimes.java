package org.hrscope.capture;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/// Which number a video's picture has, as a function of its time alone, so that reading through and seeking agree. Times
/// are ticks of the stream.
///
/// @param ticks     between pictures, for a video with one rate
/// @param first     time of picture 0
/// @param count     how many pictures there are; 0 where nobody knows
/// @param perSecond pictures a second; 0 where nobody knows
/// @param times     of every picture, rising, for a video whose rate changes (phones); otherwise empty
record FrameTimes(double ticks, long first, long count, double perSecond, long[] times) {
    private static final long READ_THROUGH = 1L << 30;

    /// Reads the packets of a video without one rate, but decodes nothing; the decoder then stands at the end.
    ///
    /// @param first time of the first picture
    /// @param bytes the file's length: reading all of a larger one would keep a person waiting
    static FrameTimes of(VideoDecoder video, long first, long bytes) {
        AVStream stream = video.stream();
        double mean = value(stream.avg_frame_rate());
        double base = value(stream.r_frame_rate());
        // The base rate is the coarsest one in which every time can be told: the mean only of an
        // even
        // video. But only a format that counts its pictures (MP4, AVI) knows its rates for certain.
        boolean even = base > 0 && (mean == 0 || Math.abs(mean - base) < 0.01 * base);
        boolean counted = stream.nb_frames() > 0;
        if (even && (counted || bytes > READ_THROUGH)) {
            double rate = mean == 0 ? base : mean;
            long count = counted ? stream.nb_frames() : Math.round(lengthSeconds(video) * rate);
            return new FrameTimes(
                    1 / (rate * video.secondsPerTick()), first, count, rate, new long[0]);
        }
        long[] times = packetTimes(video.format(), stream.index(), first);
        double seconds =
                times.length < 2 ? 0 : (times[times.length - 1] - first) * video.secondsPerTick();
        double rate = seconds > 0 ? (times.length - 1) / seconds : mean;
        return new FrameTimes(0, first, times.length, rate, times);
    }

    boolean isTable() {
        return times.length > 0;
    }

    long indexOf(long time) {
        if (!isTable()) return Math.max(0, Math.round((time - first) / ticks));
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at : Math.min(-at - 1, times.length - 1);
    }

    long timeOf(long index) {
        if (!isTable()) return first + Math.round(index * ticks);
        return times[(int) Math.clamp(index, 0, times.length - 1L)];
    }

    private static long[] packetTimes(AVFormatContext format, int stream, long first) {
        long[] times = new long[1024];
        int count = 0;
        avformat.av_seek_frame(format, stream, Long.MIN_VALUE / 2, 0);
        try (AVPacket packet = avcodec.av_packet_alloc()) {
            while (avformat.av_read_frame(format, packet) >= 0) {
                long time = packet.pts() == avutil.AV_NOPTS_VALUE ? packet.dts() : packet.pts();
                boolean shown = (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0;
                if (packet.stream_index() == stream && shown && time >= first) {
                    if (count == times.length) times = Arrays.copyOf(times, 2 * count);
                    times[count++] = time;
                }
                avcodec.av_packet_unref(packet);
            }
            avcodec.av_packet_free(packet);
        }
        return Arrays.stream(times, 0, count).sorted().distinct().toArray();
    }

    private static double lengthSeconds(VideoDecoder video) {
        long ticks = video.stream().duration();
        if (ticks > 0) return ticks * video.secondsPerTick();
        return Math.max(0, video.format().duration() / (double) avutil.AV_TIME_BASE);
    }

    private static double value(AVRational rate) {
        return rate.num() > 0 && rate.den() > 0 ? avutil.av_q2d(rate) : 0;
    }
}
