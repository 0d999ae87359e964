package org.hrscope.capture;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// A video file, as fast as it is asked for; [Frame.Origin#positionNanos()] says when a picture is
/// due. The thread of [FrameSource].
///
/// A video that is cut off plays to where it ends and then says so with `video.truncated`; after
/// that, as after the end, [#seek(long)] starts it again.
final class VideoSource implements FrameSource {
    /// Up to so many pictures ahead, decoding on is quicker than starting from a key picture.
    private static final int NEAR = 12;

    private final Path file;
    private final boolean cutOff;
    private VideoDecoder decoder;
    private final FrameTimes times;
    private final BgraPainter painter;

    /// The number of the picture that was decoded last, and its time in ticks.
    private long decoded;

    private long time;

    /// Of a joined video: ticks from its beginning, without the jumps.
    private double clock;

    /// That picture has not been given yet.
    private boolean waiting;

    VideoSource(Path file, FramePool pool) throws Problem {
        FileKind.check(file);
        this.file = file;
        painter = new BgraPainter(file, pool);
        cutOff = PromisedLength.exceeds(file);
        decoder = opened(file, cutOff);
        boolean whole = false;
        try {
            if (!decoder.next()) {
                throw new Problem(cutOff ? "video.truncated" : "video.empty", file);
            }
            long bytes = file.toFile().length();
            times = FrameTimes.of(decoder, timeOr(0), bytes, () -> opened(file, cutOff));
            whole = true;
        } finally {
            if (!whole) close();
        }
        time = times.first();
        waiting = true;
    }

    private static VideoDecoder opened(Path file, boolean cutOff) throws Problem {
        int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
        // No file may send the program to the network, as a playlist in disguise would.
        Map<String, String> local = Map.of("protocol_whitelist", "file");
        try {
            String address = "file:" + file.toAbsolutePath();
            return new VideoDecoder(new OpenFormat(file, address, local, null), threads);
        } catch (FfmpegException e) {
            boolean silent = e.code() == avutil.AVERROR_STREAM_NOT_FOUND;
            String key = cutOff ? "video.truncated" : silent ? "video.empty" : "video.broken";
            throw new Problem(e, key, file);
        }
    }

    @Override
    public SourceInfo info() {
        String name = String.valueOf(file.getFileName());
        return new SourceInfo(name, times.count(), times.perSecond(), false);
    }

    @Override
    public @Nullable Frame next() throws Problem {
        if (!waiting && !advance()) {
            FfmpegException error = decoder.error();
            if (cutOff || error != null) throw new Problem(error, "video.truncated", file);
            return null;
        }
        waiting = false;
        AVFrame picture = decoder.picture();
        double ticks = times.joined() ? clock : time - times.first();
        long nanos = Math.round(ticks * decoder.secondsPerTick() * 1e9);
        Frame.Origin origin = new Frame.Origin(String.valueOf(file.getFileName()), decoded, nanos);
        return painter.frame(picture, decoder.pixelShape(), origin);
    }

    @Override
    public void seek(long index) throws Problem {
        long wanted = Math.clamp(index, 0, Math.max(0, times.count() - 1));
        if (waiting && decoded == wanted) return;
        if (wanted > decoded && (times.joined() || wanted - decoded <= NEAR)) {
            decodeUntil(wanted);
        } else if (times.joined()) {
            // One time stands for several pictures.
            beginAgain();
            decodeUntil(wanted);
        } else {
            restartAt(wanted);
        }
    }

    /// Where a time is no address to seek to.
    private void beginAgain() throws Problem {
        VideoDecoder fresh = opened(file, cutOff);
        decoder.close();
        decoder = fresh;
        decoded = -1;
        clock = 0;
    }

    /// From a key picture before the wanted one. The format knows key pictures by when they are
    /// decoded, so that the one it finds can come after the wanted picture: then from further back.
    /// Where it finds none, or cannot seek at all (SWF, FLV without an index), from the beginning.
    private void restartAt(long wanted) throws Problem {
        double back = 0;
        long from;
        try {
            do {
                from = times.timeOf(wanted) - Math.round(back / decoder.secondsPerTick());
                decoder.seek(from);
                decoded = -1;
                if (decodeUntil(wanted)) return;
                back = Math.max(1, 4 * back);
            } while (from > times.first());
        } catch (FfmpegException e) {
            // The key pictures cannot be reached, all others can.
        }
        beginAgain();
        decodeUntil(wanted);
    }

    /// Decodes up to the picture of this number, or the next one there is, or the end.
    ///
    /// @return whether a key picture was met on the way, so that every picture after it is whole
    private boolean decodeUntil(long wanted) {
        boolean key = false;
        waiting = false;
        while (!waiting && advance()) {
            boolean first = (decoder.picture().flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
            key |= first && decoded <= wanted;
            waiting = decoded >= wanted;
        }
        return key;
    }

    private boolean advance() {
        if (!decoder.next()) return false;
        long before = time;
        time = timeOr(times.timeOf(decoded + 1));
        if (times.joined()) {
            if (decoded >= 0) clock += times.step(before, time, decoder.secondsPerTick());
            decoded++;
        } else {
            // A time that comes twice is another picture all the same.
            decoded = Math.max(decoded + 1, times.indexOf(time));
        }
        return true;
    }

    private long timeOr(long otherwise) {
        return decoder.time() == avutil.AV_NOPTS_VALUE ? otherwise : decoder.time();
    }

    @Override
    public void close() {
        painter.close();
        decoder.close();
    }
}
