package org.hrscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.GrowingFile;
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
        close();
    }

    private void attempt(Work work) throws Problem {
        try {
            work.run();
        } catch (IOException e) {
            close();
            throw GrowingFile.unwritable(path, e);
        } catch (Problem | RuntimeException | Error e) {
            close();
            throw e;
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
