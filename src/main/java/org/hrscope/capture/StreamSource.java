package org.hrscope.capture;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.model.Frame;
import org.hrscope.model.Problem;

/// A live stream over http(s), MJPEG as a rule, at its own pace. The thread of [FrameSource].
final class StreamSource implements FrameSource {
    private static final Set<Integer> ANSWERS =
            Set.of(
                    avutil.AVERROR_HTTP_BAD_REQUEST,
                    avutil.AVERROR_HTTP_UNAUTHORIZED,
                    avutil.AVERROR_HTTP_FORBIDDEN,
                    avutil.AVERROR_HTTP_NOT_FOUND,
                    avutil.AVERROR_HTTP_TOO_MANY_REQUESTS,
                    avutil.AVERROR_HTTP_OTHER_4XX,
                    avutil.AVERROR_HTTP_SERVER_ERROR);

    private final URI address;
    private final VideoDecoder decoder;
    private final BgraPainter painter;
    private final long start = System.nanoTime();
    private long index;

    /// The first picture, decoded while opening, has not been given yet.
    private boolean waiting = true;

    /// @param patience how long to wait for the connection, and later for each picture
    StreamSource(URI address, FramePool pool, Duration patience) throws Problem {
        this.address = address;
        painter = new BgraPainter(address, pool);
        String micros = String.valueOf(patience.toNanos() / 1000);
        Map<String, String> options =
                Map.of(
                        "timeout", micros,
                        "rw_timeout", micros,
                        // A stream may not have the program read files.
                        "protocol_whitelist", "http,https,tls,tcp,httpproxy,crypto",
                        "user_agent", "HRScope",
                        // Live: the first picture counts more than a well-known frame rate.
                        "analyzeduration", "1000000",
                        "fpsprobesize", "0");
        try {
            String spelled = address.toASCIIString();
            decoder = new VideoDecoder(new OpenFormat(address, spelled, options, patience), 1);
        } catch (FfmpegException e) {
            throw problem(e, patience);
        }
        if (!decoder.next()) {
            close();
            throw new Problem("stream.unreadable", address);
        }
    }

    /// FFmpeg tells reasons by error numbers that differ from system to system: asking the host once
    /// more tells them apart anywhere.
    private Problem problem(FfmpegException cause, Duration patience) {
        if (ANSWERS.contains(cause.code())) {
            return new Problem(cause, "stream.answer", address, String.valueOf(cause.getMessage()));
        }
        int port =
                address.getPort() >= 0
                        ? address.getPort()
                        : address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), port), (int) patience.toMillis());
        } catch (ConnectException e) {
            return new Problem(e, "stream.refused", address);
        } catch (SocketTimeoutException e) {
            return new Problem(e, "stream.silent", address);
        } catch (IOException e) {
            return new Problem(e, "stream.unreachable", address);
        }
        boolean unreadable = cause.code() == avutil.AVERROR_INVALIDDATA;
        return new Problem(cause, unreadable ? "stream.unreadable" : "stream.silent", address);
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(address.toString(), 0, 0, true);
    }

    @Override
    public Frame next() throws Problem {
        if (!waiting && !decoder.next()) throw new Problem(decoder.error(), "stream.lost", address);
        waiting = false;
        AVFrame picture = decoder.picture();
        Frame.Origin origin =
                new Frame.Origin(address.toString(), index++, System.nanoTime() - start);
        return painter.frame(picture, decoder.pixelShape(), origin);
    }

    @Override
    public void close() {
        painter.close();
        decoder.close();
    }
}
