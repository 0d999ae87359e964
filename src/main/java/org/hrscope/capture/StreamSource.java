package org.hrscope.capture;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// What an http(s) or rtsp address delivers: usually a live stream at its own rate, but also a camera's snapshot or
/// a recording. Threading as in [FrameSource].
final class StreamSource implements FrameSource {
    /// One frame may take this many times as long as one server response.
    private static final int ANSWERS = 3;

    private final URI address;
    private final VideoDecoder decoder;
    private final BgraPainter painter;
    private final long start = System.nanoTime();
    private final boolean snapshot;
    private final boolean live;
    private final long first;
    private long nanos;
    private long index;

    /// The first frame, decoded while opening, has not been returned yet.
    private boolean waiting = true;

    /// @param patience how long to wait for the connection, and later for each response
    StreamSource(URI address, FramePool pool, Duration patience) throws Problem {
        this.address = address;
        painter = new BgraPainter(address, pool);
        try {
            Duration most = patience.multipliedBy(ANSWERS);
            String spelled = address.toASCIIString();
            OpenFormat opened = new OpenFormat(address, spelled, options(patience), most);
            decoder = new VideoDecoder(opened, 1);
        } catch (FfmpegException e) {
            throw StreamTrouble.of(address, e, patience);
        }
        if (!decoder.next()) {
            close();
            throw new Problem(decoder.error(), "stream.unreadable", address);
        }
        snapshot = decoder.formatName().endsWith("_pipe");
        live = !snapshot && decoder.seconds() <= 0;
        first = decoder.time();
    }

    private static Map<String, String> options(Duration patience) {
        String micros = String.valueOf(patience.toNanos() / 1000);
        return Map.of(
                "timeout", micros,
                "rw_timeout", micros,
                // A stream must not make the program read local files.
                "protocol_whitelist", "http,https,tls,tcp,httpproxy,crypto,rtp,udp",
                "user_agent", "HRScope",
                // UDP loses packets and is often blocked by firewalls.
                "rtsp_flags", "prefer_tcp",
                // For live video a quick first frame matters more than an exact frame rate.
                "analyzeduration", "1000000",
                "fpsprobesize", "0");
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(address.toString(), snapshot ? 1 : 0, 0, live);
    }

    @Override
    public @Nullable Frame next() throws Problem {
        if (!waiting && !decoder.next()) {
            if (!live && decoder.error() == null) return null;
            throw new Problem(decoder.error(), "stream.lost", address);
        }
        waiting = false;
        AVFrame picture = decoder.picture();
        Frame.Origin origin = new Frame.Origin(address.toString(), index++, position());
        return painter.frame(picture, decoder.pixelShape(), origin);
    }

    /// Arrival time of a live frame, presentation time of a recorded one.
    private long position() {
        if (live) return System.nanoTime() - start;
        long time = decoder.time();
        if (time != avutil.AV_NOPTS_VALUE && first != avutil.AV_NOPTS_VALUE) {
            nanos = Math.max(nanos, Math.round((time - first) * decoder.secondsPerTick() * 1e9));
        }
        return nanos;
    }

    @Override
    public void close() {
        painter.close();
        decoder.close();
    }
}
