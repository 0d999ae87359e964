package org.hrscope.capture;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// A video file, read as fast as requested; [Frame.Origin#positionNanos()] says when a frame is due. Threading as
/// in [FrameSource].
///
/// A truncated video plays as far as it goes and then throws `video.truncated`; after that, as after the end,
/// [#seek(long)] starts it again.
final class VideoSource implements FrameSource {
    /// Up to this many frames ahead, decoding on is faster than seeking to a keyframe.
    private static final int NEAR = 12;

    private final Path file;
    private final boolean cutOff;
    private VideoDecoder decoder;
    private final FrameTimes times;
    private final BgraPainter painter;

    /// Number and time in ticks of the last decoded frame.
    private long decoded;

    private long time;

    /// In a joined video: ticks since the start, without the jumps.
    private double clock;

    /// That frame has not been returned yet.
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
        // A file must not send the program to the network, as a disguised playlist would.
        Map<String, String> local = Map.of("protocol_whitelist", "file");
        try {
            String address = "file:" + file.toAbsolutePath();
            return new VideoDecoder(new OpenFormat(file, address, local, null), threads, cutOff);
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
        reach(wanted);
        // Of a file that breaks off, or whose frames were not counted, there may be fewer: then the
        // last one there is.
        if (!waiting && decoded >= 0) reach(decoded);
    }

    private void reach(long wanted) throws Problem {
        if (wanted > decoded && (times.joined() || wanted - decoded <= NEAR)) {
            decodeUntil(wanted);
        } else if (times.joined()) {
            // Several frames share one timestamp.
            beginAgain();
            decodeUntil(wanted);
        } else {
            restartAt(wanted);
        }
    }

    /// For videos whose timestamps cannot be used for seeking.
    private void beginAgain() throws Problem {
        VideoDecoder fresh = opened(file, cutOff);
        decoder.close();
        decoder = fresh;
        decoded = -1;
        clock = 0;
    }

    /// Seeks to a keyframe before the wanted frame. Formats index keyframes by decoding time, so the one found may
    /// come after the wanted frame: then try further back. If none is found, or the format cannot seek (SWF, FLV
    /// without an index), start from the beginning.
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
            // Keyframes cannot be reached; decoding from the start still works.
        }
        beginAgain();
        decodeUntil(wanted);
    }

    /// Decodes up to the frame with this number, the next existing one, or the end.
    ///
    /// @return whether a keyframe was passed, so that every later frame is intact
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
            // A repeated timestamp is still another frame.
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
