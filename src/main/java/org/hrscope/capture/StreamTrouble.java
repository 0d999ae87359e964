package org.hrscope.capture;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Problem;

/// Finds out why an address delivers no video.
final class StreamTrouble {
    private static final Set<Integer> ANSWERS =
            Set.of(
                    avutil.AVERROR_HTTP_BAD_REQUEST,
                    avutil.AVERROR_HTTP_UNAUTHORIZED,
                    avutil.AVERROR_HTTP_FORBIDDEN,
                    avutil.AVERROR_HTTP_NOT_FOUND,
                    avutil.AVERROR_HTTP_TOO_MANY_REQUESTS,
                    avutil.AVERROR_HTTP_OTHER_4XX,
                    avutil.AVERROR_HTTP_SERVER_ERROR);

    /// Camera host names contain underscores, which java.net.URI rejects.
    private static final Pattern HOST =
            Pattern.compile("(?:.*@)?(\\[[^]]+]|[^:\\[\\]@]+)(?::(\\d{1,5}))?");

    private StreamTrouble() {}

    /// Whether it has a host and a valid port.
    static boolean complete(URI address) {
        Matcher host = host(address);
        return host.matches() && port(address, host) <= 65_535;
    }

    /// FFmpeg's error codes differ between platforms; connecting to the host once more gives the same answer
    /// everywhere.
    static Problem of(URI address, FfmpegException cause, Duration patience) {
        if (ANSWERS.contains(cause.code())) {
            return new Problem(cause, "stream.answer", address, String.valueOf(cause.getMessage()));
        }
        // Cancelled: nobody wants the reason any more.
        if (Thread.currentThread().isInterrupted())
            return new Problem(cause, "stream.silent", address);
        Matcher host = host(address);
        if (!host.matches()) return new Problem(cause, "stream.address", address);
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(host.group(1), port(address, host)),
                    (int) patience.toMillis());
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

    private static Matcher host(URI address) {
        String authority = address.getRawAuthority();
        return HOST.matcher(authority == null ? "" : authority);
    }

    private static int port(URI address, Matcher host) {
        if (host.group(2) != null) return Integer.parseInt(host.group(2));
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> 443;
            case "rtsp" -> 554;
            case "rtsps" -> 322;
            default -> 80;
        };
    }
}
