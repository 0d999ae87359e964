package org.hrscope.capture;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Problem;

/// Which number a video's picture has, as a function of its time alone, so that reading through and seeking agree; in a
/// joined video the reader counts instead. Times are ticks of the stream.
///
/// @param ticks     between pictures, for a video with one rate
/// @param first     time of picture 0
/// @param count     how many pictures there are; 0 where nobody knows
/// @param perSecond pictures a second; 0 where nobody knows
/// @param times     of every picture, rising, for a video whose rate changes (phones); otherwise empty
/// @param joined    times start anew midway, as in recordings put one behind the other: only counting from the first
///                  picture tells which is which
/// @param bare      nothing but coded pictures (`.m1v`): their times are FFmpeg's guesses, which the decoder's delay shifts;
///                  counted like a joined video
record FrameTimes(
        double ticks,
        long first,
        long count,
        double perSecond,
        long[] times,
        boolean joined,
        boolean bare) {
    private static final long READ_THROUGH = 1L << 30;

    /// A longer pause where times may jump is a jump, as FFmpeg's own tools have it.
    private static final double PAUSE_SECONDS = 10;

    /// FFmpeg's name for MPEG-1 and MPEG-2 pictures without a container.
    private static final String BARE = "mpegvideo";

    /// @param video at its first picture
    /// @param first time of that picture
    /// @param bytes the file's length: reading all of a larger one would keep a person waiting
    /// @param again opens the same file once more, to read its packets where they must be counted
    static FrameTimes of(VideoDecoder video, long first, long bytes, Opener again) throws Problem {
        AVStream stream = video.stream();
        double mean = value(stream.avg_frame_rate());
        double base = value(stream.r_frame_rate());
        // The base rate tells every time exactly: the mean does so only in an even video. And only
        // MP4 counts its pictures and knows its rates for certain: AVI counts the gaps, too.
        boolean counted = stream.nb_frames() > 0 && video.formatName().startsWith("mov,");
        boolean even = counted && Math.abs(mean - base) < 0.01 * base;
        double rate = mean > 0 ? mean : base > 0 ? base : 25;
        if (even || bytes > READ_THROUGH) {
            long count = counted ? stream.nb_frames() : Math.round(video.seconds() * rate);
            return even(video, first, count, rate);
        }
        PacketTimes packets;
        try (VideoDecoder reader = again.open()) {
            packets = reader.packetTimes();
        }
        long[] shown = packets.shown();
        long told = Arrays.stream(shown).filter(t -> t != avutil.AV_NOPTS_VALUE).count();
        long[] all = Arrays.stream(shown).filter(t -> t >= first).sorted().toArray();
        long[] times = Arrays.stream(all).distinct().toArray();
        boolean twice = times.length < all.length;
        boolean bare = BARE.equals(video.formatName());
        double longest = video.timesMayJump() ? longestPause(times) * video.secondsPerTick() : 0;
        if (bare || packets.backwards() || twice || longest > PAUSE_SECONDS) {
            double ticks = 1 / (rate * video.secondsPerTick());
            return new FrameTimes(ticks, first, shown.length, rate, new long[0], true, bare);
        }
        // Bare pictures one after the other have no times: they can only be played through.
        if (times.length == 0) return even(video, first, 0, rate);
        if (told < shown.length) return even(video, first, shown.length, rate);
        double seconds = (times[times.length - 1] - first) * video.secondsPerTick();
        double measured = seconds > 0 ? (times.length - 1) / seconds : rate;
        return new FrameTimes(0, first, times.length, measured, times, false, false);
    }

    private static FrameTimes even(VideoDecoder video, long first, long count, double rate) {
        double ticks = 1 / (rate * video.secondsPerTick());
        return new FrameTimes(ticks, first, count, rate, new long[0], false, false);
    }

    private static long longestPause(long[] times) {
        long longest = 0;
        for (int i = 1; i < times.length; i++) longest = Math.max(longest, times[i] - times[i - 1]);
        return longest;
    }

    /// Opens the video another time.
    interface Opener {
        VideoDecoder open() throws Problem;
    }

    long indexOf(long time) {
        if (times.length == 0) return Math.max(0, Math.round((time - first) / ticks));
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at : Math.min(-at - 1, times.length - 1);
    }

    /// How long the picture before one stands where that is not the difference of their times, as between recordings:
    /// as long as any.
    double step(long before, long time, double secondsPerTick) {
        long step = time - before;
        return !bare && step > 0 && step * secondsPerTick <= PAUSE_SECONDS ? step : ticks;
    }

    long timeOf(long index) {
        if (times.length == 0) return first + Math.round(index * ticks);
        return times[(int) Math.clamp(index, 0, times.length - 1L)];
    }

    private static double value(AVRational rate) {
        return rate.num() > 0 && rate.den() > 0 ? avutil.av_q2d(rate) : 0;
    }
}
