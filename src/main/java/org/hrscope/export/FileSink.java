package org.hrscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.GrowingFile;
import org.hrscope.file.WholeFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One file, which grows under a temporary name and is moved into place at the end.
public final class FileSink implements ResultSink {
    private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);

    /// Encodes a file. Used for one file, on one thread.
    public interface Format {
        void begin(OutputStream to, Skeleton skeleton) throws IOException, Problem;

        void frame(FoundImage found) throws IOException, Problem;

        /// See [ResultSink#passed].
        default void passed(FoundImage found) throws IOException, Problem {}

        void end() throws IOException;

        /// Whether its beginning is worth keeping if the process is killed.
        default boolean recording() {
            return false;
        }

        /// Bytes on disk that are worth keeping without their end.
        default long playable() {
            return 0;
        }

        /// Releases what it holds beside the file.
        default void close() throws IOException {}
    }

    private interface Work {
        void run() throws IOException, Problem;
    }

    private final Path path;
    private final Format format;

    /// Null before the start, and after a failed write.
    private @Nullable GrowingFile file;

    private boolean complete;

    public FileSink(Path path, Format format) {
        this.path = path;
        this.format = format;
    }

    private GrowingFile opened() throws Problem {
        return format.recording() ? GrowingFile.recording(path) : GrowingFile.at(path);
    }

    @Override
    public void begin(Skeleton skeleton) throws Problem {
        GrowingFile begun = opened();
        file = begun;
        attempt(() -> format.begin(begun.stream(), skeleton));
    }

    @Override
    public void frame(FoundImage found) throws Problem {
        attempt(() -> format.frame(found));
    }

    @Override
    public void passed(FoundImage found) throws Problem {
        attempt(() -> format.passed(found));
    }

    @Override
    public void end() throws Problem {
        GrowingFile written = file;
        if (written == null) return;
        attempt(() -> {
            format.end();
            written.complete();
        });
        complete = true;
        close();
    }

    @Override
    public List<Path> written() {
        return complete ? List.of(path) : List.of();
    }

    private void attempt(Work work) throws Problem {
        try {
            work.run();
        } catch (IOException e) {
            Path kept = kept();
            close();
            if (kept == null) throw WholeFile.unwritable(path, e);
            throw new Problem(e, "record.unfinished", path, WholeFile.reason(e), kept);
        } catch (RuntimeException | Error e) {
            Path kept = kept();
            close();
            if (kept == null) throw e;
            throw new Problem(e, "record.unfinished", path, e.toString(), kept);
        } catch (Problem e) {
            close();
            throw e;
        }
    }

    /// Ends a recording that cannot go on, for a reason other than its file; what was recorded is kept beside the
    /// target.
    ///
    /// @return where it is now; null if there is nothing to keep
    public @Nullable Path breakOff() {
        GrowingFile written = file;
        Path kept = null;
        if (written != null && format.recording()) {
            try {
                format.end();
                written.stream().flush();
            } catch (IOException | RuntimeException | Error e) {
                LOG.warn("{} breaks off without an end", path, e);
            }
            kept = kept();
        }
        close();
        return kept;
    }

    /// What a full disk or a bug of ours leaves of a recording still plays. Null if there is nothing to keep.
    private @Nullable Path kept() {
        GrowingFile written = file;
        if (written == null || format.playable() == 0) return null;
        try {
            return written.salvageBeside();
        } catch (IOException e) {
            LOG.warn("cannot keep the unfinished {}", path, e);
            return null;
        }
    }

    @Override
    public void close() {
        try {
            format.close();
            if (file != null) file.close();
        } catch (IOException e) {
            LOG.warn("{} is not tidied up", path, e);
        }
        file = null;
    }
}
