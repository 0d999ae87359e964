package org.hrscope.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The images of a folder in natural name order, without hidden files and sub-folders. A frame's index is its
/// file's position in that order, whether or not earlier files could be read. An unreadable file is reported once,
/// however often the source restarts; if a full pass reads nothing, the folder is broken. Threading as in
/// [FrameSource].
final class FolderSource implements FrameSource {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);

    private final Path folder;
    private final List<Path> pictures;
    private final PictureReader reader;
    private final List<Problem> skipped = new ArrayList<>();
    private final Set<Path> told = new HashSet<>();
    private int at;

    /// Nothing has been read since the first image was requested.
    private boolean fruitless = true;

    FolderSource(Path folder, FramePool pool) throws Problem {
        FileKind.check(folder);
        this.folder = folder;
        pictures = list(folder);
        if (pictures.isEmpty()) throw new Problem("folder.empty", folder);
        reader = new PictureReader(pool);
    }

    /// @param some of its images, none of which need be readable
    FolderSource(Path folder, List<Path> some, FramePool pool) {
        this.folder = folder;
        pictures = List.copyOf(some);
        reader = new PictureReader(pool);
        fruitless = false;
    }

    static List<Path> list(Path folder) throws Problem {
        return list(folder, FileKind.PICTURE);
    }

    /// @param kind by the names of the files
    static List<Path> list(Path folder, FileKind kind) throws Problem {
        try (Stream<Path> files = Files.list(folder)) {
            // Dangling links are kept, so that they get reported.
            return files.filter(f -> FileKind.ofName(f) == kind)
                    .filter(f -> !Files.isDirectory(f))
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted(
                            Comparator.comparing(
                                    f -> f.getFileName().toString(), new NaturalOrder()))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Problem(e, "file.unreadable", folder);
        }
    }

    @Override
    public SourceInfo info() {
        Path name = folder.getFileName(); // null for a root directory
        return new SourceInfo((name == null ? folder : name).toString(), pictures.size(), 0, false);
    }

    @Override
    public @Nullable Frame next() throws Problem {
        while (at < pictures.size()) {
            Path file = pictures.get(at);
            Frame.Origin origin = new Frame.Origin(file.getFileName().toString(), at, 0);
            at++;
            try {
                Frame frame = reader.read(file, origin);
                fruitless = false;
                List<Problem> remarks = reader.take();
                if (!remarks.isEmpty() && told.add(file)) skipped.addAll(remarks);
                return frame;
            } catch (Problem e) {
                if (!told.add(file)) continue;
                LOG.warn("skipped: {}", e.getMessage(), e.getCause());
                skipped.add(e);
            }
        }
        if (fruitless) throw new Problem("folder.broken", folder);
        return null;
    }

    @Override
    public void seek(long index) {
        at = Math.toIntExact(Math.clamp(index, 0, pictures.size() - 1L));
        // An unreadable tail alone does not make the folder broken.
        fruitless = at == 0;
    }

    @Override
    public List<Problem> takeSkipped() {
        List<Problem> taken = List.copyOf(skipped);
        skipped.clear();
        return taken;
    }

    @Override
    public void close() {}
}
