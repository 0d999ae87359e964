package org.hrscope.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.hrscope.model.Problem;

/// Fetches files over http and https. What has come of a broken or cancelled download stays beside the target as
/// `.part`, and the next one goes on from there. Blocking: interrupt the thread to cancel.
public final class Downloader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BLOCK = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOTHING_LEFT = 416;

    private final ProxySelector proxies;

    public Downloader(ProxySelector proxies) {
        this.proxies = proxies;
    }

    /// Where the unfinished file of a target lies.
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /// Fetches into [#part]; that it is the right file is for the caller to check.
    ///
    /// @throws Problem              one of `library.refused`, `library.unreachable`, `library.broken-off`
    /// @throws InterruptedException where the thread was interrupted; what has come stays
    Path fetch(String url, Path target, DownloadProgress progress)
            throws Problem, InterruptedException {
        Path part = part(target);
        try (HttpClient client = client()) {
            long have = Files.exists(part) ? Files.size(part) : 0;
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
            if (have > 0) request.header("Range", "bytes=" + have + "-");
            HttpResponse<InputStream> response = send(client, request.build(), url);
            try (InputStream body = response.body()) {
                switch (response.statusCode()) {
                    case OK -> copy(url, body, part, 0, length(response), progress);
                    case PARTIAL -> copy(url, body, part, have, have + length(response), progress);
                    case NOTHING_LEFT -> progress.at(have, have);
                    default -> throw new Problem("library.refused", url, response.statusCode());
                }
            }
            return part;
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", part, e);
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .proxy(proxies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
    }

    private static HttpResponse<InputStream> send(
            HttpClient client, HttpRequest request, String url)
            throws Problem, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new Problem(e, "library.unreachable", request.uri().getHost(), url);
        }
    }

    private static long length(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("Content-Length").orElse(Long.MIN_VALUE / 2);
    }

    private static void copy(
            String url,
            InputStream body,
            Path part,
            long from,
            long total,
            DownloadProgress progress)
            throws IOException, Problem, InterruptedException {
        Files.createDirectories(part.toAbsolutePath().getParent());
        byte[] block = new byte[BLOCK];
        long done = from;
        try (FileChannel file =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(from).position(from);
            while (true) {
                if (Thread.interrupted()) throw new InterruptedException(url);
                int count;
                try {
                    count = body.read(block);
                } catch (IOException e) {
                    if (Thread.interrupted()) throw new InterruptedException(url);
                    throw new Problem(e, "library.broken-off", url, done);
                }
                if (count < 0) break;
                file.write(ByteBuffer.wrap(block, 0, count));
                done += count;
                progress.at(done, Math.max(total, -1));
            }
        }
        if (total >= 0 && done < total) throw new Problem("library.broken-off", url, done);
    }
}
