package org.hrscope.library;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;
import org.jspecify.annotations.Nullable;

/// Downloads files over http and https. An interrupted or cancelled download stays beside the target as `.part` and
/// is resumed next time. A server that goes silent, sends too much or answers nonsense ends the download with a
/// sentence. Blocking; interrupt the thread to cancel.
public final class Downloader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Limit without a published size: five times the largest known checkpoint.
    private static final long MOST_BYTES = 2L << 30;

    private final ProxySelector proxies;
    private final Duration patience;

    public Downloader(ProxySelector proxies) {
        this(proxies, PATIENCE);
    }

    /// @param patience timeout for connecting, for the response, and between two blocks
    Downloader(ProxySelector proxies, Duration patience) {
        this.proxies = proxies;
        this.patience = patience;
    }

    /// Path of a target's partial download.
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /// Downloads to [#part]; the caller verifies the contents.
    ///
    /// @param published size in bytes, if known: larger downloads are discarded
    /// @return whether this resumed an earlier part, which may be from another file
    /// @throws Problem              one of `library.*`, `file.unwritable`
    /// @throws InterruptedException if interrupted; the part is kept
    boolean fetch(String url, Path target, @Nullable Long published, DownloadProgress progress)
            throws Problem, InterruptedException {
        Path part = part(target);
        try (HttpAsk server = new HttpAsk(proxies, patience)) {
            Files.createDirectories(part.toAbsolutePath().getParent());
            long have = Files.exists(part) ? Files.size(part) : 0;
            Answer answer = server.ask(url, have);
            if (have > 0 && answer.nothingLeft()) {
                progress.at(have, have);
                return true;
            }
            if (!answer.whole() && !answer.continuesAt(have) && have > 0) {
                answer.body().close();
                answer = server.ask(url, 0);
            }
            if (!answer.continuesAt(have)) have = 0;
            try (ArrivingBody body = answer.body()) {
                answer.check(have);
                copy(answer, body, part, new Span(have, published), progress);
            }
            return have > 0;
        } catch (ClosedByInterruptException e) {
            throw cancelled(url, e);
        } catch (IOException e) {
            throw WholeFile.unwritable(part, e);
        }
    }

    /// @param from      where in the file the body starts
    /// @param published see [#fetch]
    private record Span(long from, @Nullable Long published) {
        long limit() {
            return published == null ? MOST_BYTES : published;
        }

        /// -1 if unknown.
        long total(Answer answer) {
            long length = answer.length();
            if (length >= 0) return from + length;
            return published == null ? -1 : published;
        }
    }

    private void copy(
            Answer answer, ArrivingBody body, Path part, Span span, DownloadProgress progress)
            throws IOException, Problem, InterruptedException {
        long total = span.total(answer);
        long done = total > span.limit() ? total : span.from;
        if (total <= span.limit()) {
            try (FileChannel file =
                    FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.truncate(span.from).position(span.from);
                done = copy(answer.url(), body, file, span, at -> progress.at(at, total));
                file.force(true);
            }
        }
        if (done > span.limit()) {
            Files.deleteIfExists(part);
            throw new Problem("library.too-large", answer.url(), span.limit());
        }
        if (done < total) throw new Problem("library.broken-off", answer.url(), done);
        if (done == 0) throw new Problem("library.odd", answer.url(), "0 bytes");
    }

    /// @return bytes in the file afterwards; above the limit if it stopped for that
    private long copy(String url, ArrivingBody body, FileChannel file, Span span, LongConsumer step)
            throws IOException, Problem, InterruptedException {
        long done = span.from;
        while (true) {
            List<ByteBuffer> blocks;
            try {
                blocks = body.next(patience);
            } catch (TimeoutException e) {
                throw new Problem(e, "library.stalled", url, patience.toSeconds(), done);
            } catch (ArrivingBody.BrokenOffException e) {
                throw new Problem(e, "library.broken-off", url, done);
            }
            if (blocks == null) return done;
            for (ByteBuffer block : blocks) {
                done += block.remaining();
                if (done > span.limit()) return done;
                while (block.hasRemaining()) file.write(block);
            }
            step.accept(done);
            if (Thread.interrupted()) throw cancelled(url, null);
        }
    }

    private static InterruptedException cancelled(String url, @Nullable Throwable cause) {
        Thread.interrupted();
        InterruptedException cancelled = new InterruptedException(url);
        cancelled.initCause(cause);
        return cancelled;
    }
}
