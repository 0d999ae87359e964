package org.hrscope.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers that answer nonsense, too much, or nothing more: each ends with a sentence, in bounded time.
@Timeout(60)
class DownloaderTest {
    private static final Duration SOON = Duration.ofMillis(400);

    @TempDir Path folder;

    private final Downloader downloader = new Downloader(ProxySelector.of(null), SOON);

    private Path target() {
        return folder.resolve("tiny.pth");
    }

    private Path part() {
        return Downloader.part(target());
    }

    private boolean fetch(String url, @Nullable Long published) throws Exception {
        return downloader.fetch(url, target(), published, (_, _) -> {});
    }

    private Problem problem(String url, @Nullable Long published) {
        return catchThrowableOfType(Problem.class, () -> fetch(url, published));
    }

    /// Where two sentences are possible, the client's timing decides whether it sees the header or the end first.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK;Content-Length: abc                       | library.odd",
                "HTTP/1.1 200 OK;Content-Length: -5                        | library.odd library.broken-off",
                "HTTP/1.1 200 OK;Content-Length: 99999999999999999999999   | library.odd library.too-large library.broken-off",
                "HTTP/1.1 200 OK;Content-Length: 9000000000000000000       | library.too-large library.broken-off",
                "HTTP/1.1 200 OK;Content-Length: 5;Content-Length: 7       | library.odd library.broken-off",
                "HTTP/1.1 200 OK;Content-Length: 0;Content-Encoding: gzip  | library.odd",
                "HTTP/1.1 200 OK;Content-Length: 0                         | library.odd",
                "HTTP/1.1 200 OK;Transfer-Encoding: chunked                | library.odd library.broken-off",
                "HTTP/1.1 204 No Content                                   | library.refused",
                "HTTP/1.1 206 Partial Content;Content-Length: 0            | library.refused",
                "HTTP/1.1 206 No;Content-Length: 0;Content-Range: bytes 5-8/9 | library.refused",
                "HTTP/1.1 304 Not Modified                                 | library.refused",
                "HTTP/1.1 416 Range Not Satisfiable;Content-Length: 0      | library.refused",
                "HTTP/1.1 302 Found;Content-Length: 0                      | library.refused",
                "HTTP/1.1 302 Found;Location: http://127.0.0.1:99999/x     | library.redirect",
                "HTTP/1.1 302 Found;Location: http://127.0.0.1:-1/x        | library.redirect",
                "HTTP/1.1 302 Found;Location: file:///etc/passwd           | library.redirect",
                "HTTP/1.1 301 Moved;Location: ftp://127.0.0.1/x            | library.redirect",
                "HTTP/1.1 307 Moved;Location: mailto:x                     | library.redirect",
                "HTTP/1.1 308 Moved;Location: http://                      | library.redirect",
                "HTTP/1.1 302 Found;Location: ::::                         | library.redirect",
                "HTTP/1.1 302 Found;Location: /round/and/round             | library.redirect",
                "HTTP/1.1 999 Odd;Content-Length: 0                        | library.refused",
                "HTTP/1.1 -1 Odd                                           | library.odd",
                "HELLO                                                     | library.odd",
                "SSH-2.0-OpenSSH_9.2                                       | library.odd",
                "HTTP/1.1 200 OK;: no name                                 | library.odd",
            })
    void oddAnswersEndWithASentence(String head, String keys) throws Exception {
        try (RawServer server = RawServer.of(head.replace(";", "\r\n"), "")) {
            Problem problem =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> problem(server.url(), null));
            assertThat(keys.split(" ")).as(problem.getMessage()).contains(problem.key());
            assertThat(problem.getMessage()).contains(server.url()).doesNotContain("null");
            if (Files.exists(part())) assertThat(part()).isEmptyFile();
        }
    }

    @Test
    void whoHangsUpAtOnceIsTold() throws Exception {
        try (RawServer server = new RawServer((_, _) -> {})) {
            assertThat(problem(server.url(), null).key()).isEqualTo("library.broken-off");
        }
    }

    @Test
    void whoSaysNothingIsLeft() throws Exception {
        try (RawServer server = new RawServer((_, _) -> Thread.sleep(30_000))) {
            assertThat(problem(server.url(), null)).hasMessageContaining("0 bytes so far");
        }
    }

    @Test
    void whoFallsSilentHalfWayIsLeftAndWhatCameIsKept() throws Exception {
        RawServer.Script half =
                (request, out) -> {
                    if (request.contains("Range: bytes=4-")) {
                        out.write(
                                "HTTP/1.1 206 X\r\nContent-Length: 6\r\nContent-Range: bytes 4-9/10\r\n\r\n456789"
                                        .getBytes(UTF_8));
                    } else {
                        out.write(
                                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123"
                                        .getBytes(UTF_8));
                        out.flush();
                        Thread.sleep(30_000);
                    }
                };
        try (RawServer server = new RawServer(half)) {
            Problem problem = problem(server.url(), null);
            assertThat(problem.key()).isEqualTo("library.stalled");
            assertThat(problem).hasMessageContaining("4 bytes so far");
            assertThat(part()).hasContent("0123");
            assertThat(fetch(server.url(), null)).isTrue();
            assertThat(part()).hasContent("0123456789");
        }
    }

    /// Before its end: a hostile server has none.
    @Test
    void whoSendsMoreThanWasPublishedIsStoppedAndNothingIsKept() throws Exception {
        RawServer.Script endless =
                (_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                    byte[] block = new byte[1 << 16];
                    while (true) out.write(block);
                };
        try (RawServer server = new RawServer(endless)) {
            Problem problem = problem(server.url(), 1_000_000L);
            assertThat(problem.key()).isEqualTo("library.too-large");
            assertThat(problem).hasMessageContaining("1000000 bytes");
            assertThat(part()).doesNotExist();
        }
        try (RawServer server =
                RawServer.of("HTTP/1.1 200 OK\r\nContent-Length: 11", "0123456789a")) {
            assertThat(problem(server.url(), 10L).key()).isEqualTo("library.too-large");
            assertThat(part()).doesNotExist();
            assertThat(fetch(server.url(), 11L)).isFalse();
            assertThat(part()).hasContent("0123456789a");
        }
    }

    @Test
    void anEndWithoutALengthBeforeThePublishedSizeIsABreak() throws Exception {
        try (RawServer server = RawServer.of("HTTP/1.1 200 OK", "0123")) {
            assertThat(problem(server.url(), 10L).key()).isEqualTo("library.broken-off");
            assertThat(part()).hasContent("0123");
        }
    }

    @Test
    void addressesWithBlanksAreFollowed() throws Exception {
        RawServer.Script moved =
                (request, out) ->
                        out.write(
                                (request.startsWith("GET /tiny")
                                                ? "HTTP/1.1 302 X\r\nLocation: a b/c\r\nContent-Length: 0\r\n\r\n"
                                                : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                                        .getBytes(UTF_8));
        try (RawServer server = new RawServer(moved)) {
            fetch(server.url(), null);
            assertThat(part()).hasContent("ok");
            assertThat(server.requests().getLast()).startsWith("GET /a%20b/c ");
        }
    }

    /// Right length, wrong offset.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "206 X;Content-Range: bytes 0-3/4;Content-Length: 4",
                "206 X;Content-Range: bytes 9-12/13;Content-Length: 4",
                "206 X;Content-Type: multipart/byteranges;Content-Length: 4",
                "206 X;Content-Range: bytes */4;Content-Length: 4",
                "304 X",
                "412 X;Content-Length: 0",
            })
    void aRestFromAnotherPlaceIsNotJoined(String head) throws Exception {
        Files.writeString(part(), "01");
        RawServer.Script script =
                (request, out) -> {
                    boolean ranged = request.contains("Range:");
                    String lines =
                            ranged ? head.replace(";", "\r\n") : "200 OK\r\nContent-Length: 4";
                    out.write(("HTTP/1.1 " + lines + "\r\n\r\nabcd").getBytes(UTF_8));
                };
        try (RawServer server = new RawServer(script)) {
            assertThat(fetch(server.url(), null)).isFalse();
            assertThat(part()).hasContent("abcd");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aCancelIsOneEvenWhereTheServerIsSilent() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        RawServer.Script silent =
                (_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123".getBytes(UTF_8));
                    out.flush();
                    asked.countDown();
                    Thread.sleep(30_000);
                };
        Downloader patient = new Downloader(ProxySelector.of(null));
        try (RawServer server = new RawServer(silent)) {
            FutureTask<Throwable> task =
                    new FutureTask<>(() ->
                            catchThrowableOfType(
                                    Throwable.class,
                                    () ->
                                            patient.fetch(
                                                    server.url(), target(), null, (_, _) -> {})));
            Thread thread = Thread.ofVirtual().start(task);
            asked.await();
            while (!Files.exists(part()) || Files.size(part()) < 4) Thread.sleep(5);
            thread.interrupt();
            assertThat(task.get()).isInstanceOf(InterruptedException.class);
            assertThat(part()).hasContent("0123");
        }
    }

    @Test
    void aFullDiskIsTold() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "Linux has a device that is always full");
        Files.createSymbolicLink(part(), full);
        try (RawServer server = RawServer.of("HTTP/1.1 200 OK\r\nContent-Length: 4", "abcd")) {
            Problem problem = problem(server.url(), null);
            assertThat(problem.key()).isEqualTo("file.unwritable");
            assertThat(problem).hasMessageContaining(part().toString());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws Exception {
        Path blocked = Files.writeString(folder.resolve("a file"), "in the way");
        try (RawServer server = RawServer.of("HTTP/1.1 200 OK\r\nContent-Length: 4", "abcd")) {
            assertThatThrownBy(() ->
                            downloader.fetch(
                                    server.url(), blocked.resolve("x.pth"), null, (_, _) -> {}))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("cannot be written");
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:99999", "127.0.0.1:abc", "http://", "http://a b:80", ":::"})
    void aProxyThatIsNoAddressIsTold(String proxy) {
        Downloader through =
                new Downloader(new EnvironmentProxy(Map.of("http_proxy", proxy)), SOON);
        assertThatThrownBy(
                        () -> through.fetch("http://127.0.0.1:1/x", target(), null, (_, _) -> {}))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "The proxy "
                                + proxy
                                + " is not a valid address. Set HTTPS_PROXY and HTTP_PROXY to http://HOST:PORT, or clear them.");
    }

    @Test
    void connectionsAreNotKept() throws Exception {
        OutputStream[] last = new OutputStream[1];
        RawServer.Script script =
                (_, out) -> {
                    last[0] = out;
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(UTF_8));
                    out.flush();
                    Thread.sleep(20_000);
                };
        try (RawServer server = new RawServer(script)) {
            fetch(server.url(), null);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(15),
                    () ->
                            assertThatThrownBy(
                                            () -> {
                                                while (true) {
                                                    last[0].write(new byte[1 << 16]);
                                                }
                                            })
                                    .isInstanceOf(java.io.IOException.class));
        }
    }
}
