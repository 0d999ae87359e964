package org.hrscope.capture;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Problem;

/// Maps a video's timestamps to frame numbers. Depends on the time alone, so that playing and seeking agree; in a
/// joined video the reader counts instead. Times are in stream ticks.
///
/// @param ticks     between frames, for constant frame rate
/// @param first     time of frame 0
/// @param count     number of frames; 0 if unknown
/// @param perSecond frames per second; 0 if unknown
/// @param times     of every frame, ascending, for variable frame rate (phones); otherwise empty
/// @param joined    timestamps restart midway, as in concatenated recordings: frames can only be told apart by
///     counting from the first
/// @param bare      an elementary stream (`.m1v`): its timestamps are FFmpeg's guesses, shifted by the decoder's
///     delay; frames are counted as in a joined video
record FrameTimes(
        double ticks,
        long first,
        long count,
        double perSecond,
        long[] times,
        boolean joined,
        boolean bare) {
    private static final long READ_THROUGH = 1L << 30;

    /// Where timestamps may jump, a longer gap counts as a jump, as in FFmpeg's own tools.
    private static final double PAUSE_SECONDS = 10;

    /// FFmpeg's name for an MPEG-1 or MPEG-2 elementary stream.
    private static final String BARE = "mpegvideo";

    /// @param video positioned at its first frame
    /// @param first time of that frame
    /// @param bytes file length: scanning a large file would take too long
    /// @param again reopens the file to scan its packets, where frames must be counted
    static FrameTimes of(VideoDecoder video, long first, long bytes, Opener again) throws Problem {
        AVStream stream = video.stream();
        double mean = value(stream.avg_frame_rate());
        double base = value(stream.r_frame_rate());
        // The base rate is exact, the average only for constant frame rate. And only MP4 has a
        // reliable frame count and rates; AVI counts gaps as frames.
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
        // Raw streams have no timestamps and can only be played through.
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

    /// Opens the video a second time.
    interface Opener {
        VideoDecoder open() throws Problem;
    }

    long indexOf(long time) {
        if (times.length == 0) return Math.max(0, Math.round((time - first) / ticks));
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at : Math.min(-at - 1, times.length - 1);
    }

    /// Duration of the previous frame where timestamps do not tell, as between two recordings: the nominal one.
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
