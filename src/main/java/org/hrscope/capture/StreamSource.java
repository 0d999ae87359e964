package org.hrscope.capture;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// What an http(s) or rtsp address gives: a live stream as a rule, at its own pace, but also the one picture of a
/// camera's snapshot address, or a recording. The thread of [FrameSource].
final class StreamSource implements FrameSource {
    /// A picture may take so many times as long as one answer of the server.
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

    /// The first picture, decoded while opening, has not been given yet.
    private boolean waiting = true;

    /// @param patience how long to wait for the connection, and later for each answer
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
                // A stream may not have the program read files.
                "protocol_whitelist", "http,https,tls,tcp,httpproxy,crypto,rtp,udp",
                "user_agent", "HRScope",
                // Datagrams are lost, and few walls let them in.
                "rtsp_flags", "prefer_tcp",
                // Live: the first picture counts more than a well-known frame rate.
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

    /// Of a live picture when it came, of a recorded one when it is due.
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
