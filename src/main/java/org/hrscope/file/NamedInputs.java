package org.hrscope.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// The user's input files, which no output may overwrite. Compared by file identity, so that symbolic links, hard
/// links and other spellings of a path count as the same file. One thread.
public final class NamedInputs {
    /// By the file system's key, else by real path.
    private final Map<Object, Path> byIdentity = new HashMap<>();

    private @Nullable Supplier<List<Path>> later;

    /// @param files missing ones are ignored
    public NamedInputs(Collection<Path> files) {
        this(files, List::of);
    }

    /// @param later more inputs that are slow to enumerate; only evaluated if an output already exists
    public NamedInputs(Collection<Path> files, Supplier<List<Path>> later) {
        add(files);
        this.later = later;
    }

    private void add(Collection<Path> files) {
        for (Path file : files) {
            Object identity = identity(file);
            if (identity != null) byIdentity.putIfAbsent(identity, file);
        }
    }

    /// Call for every output before writing the first.
    ///
    /// @throws Problem `file.isInput`
    public void refuse(Path output) throws Problem {
        Object identity = identity(output);
        if (identity == null) return; // nothing there to overwrite
        if (later != null) add(later.get());
        later = null;
        Path input = byIdentity.get(identity);
        if (input == null && identity instanceof Path) input = same(output);
        if (input != null) throw new Problem("file.isInput", output, input);
    }

    /// Without file keys, real paths cannot reveal hard links.
    private @Nullable Path same(Path output) {
        for (Path input : byIdentity.values()) {
            try {
                if (Files.isSameFile(input, output)) return input;
            } catch (IOException gone) {
                // then it cannot be overwritten
            }
        }
        return null;
    }

    /// Null if there is no such file.
    private static @Nullable Object identity(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) return null;
            Object key = attributes.fileKey();
            return key == null ? file.toRealPath() : key;
        } catch (IOException none) {
            return null;
        }
    }
}
