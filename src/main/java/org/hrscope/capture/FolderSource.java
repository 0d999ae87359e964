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

/// The pictures of a folder in the order of their names, without hidden ones and those of its sub-folders. A frame's index
/// is its file's place in that order, whether the files before it could be read or not. What cannot be read is told once,
/// however often the source starts anew; when it was read from its start to its end and nothing could be, it is broken.
/// The thread of [FrameSource].
final class FolderSource implements FrameSource {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);

    private final Path folder;
    private final List<Path> pictures;
    private final PictureReader reader;
    private final List<Problem> skipped = new ArrayList<>();
    private final Set<Path> told = new HashSet<>();
    private int at;

    /// Nothing has been read since the first picture was asked for.
    private boolean fruitless = true;

    FolderSource(Path folder, FramePool pool) throws Problem {
        FileKind.check(folder);
        this.folder = folder;
        pictures = list(folder);
        if (pictures.isEmpty()) throw new Problem("folder.empty", folder);
        reader = new PictureReader(pool);
    }

    static List<Path> list(Path folder) throws Problem {
        try (Stream<Path> files = Files.list(folder)) {
            // A link that leads nowhere is kept, so that it is told and not lost.
            return files.filter(f -> FileKind.ofName(f) == FileKind.PICTURE)
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
        Path name = folder.getFileName(); // null for the root of a disk
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
        // Behind a picture that can be read there may be none.
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
