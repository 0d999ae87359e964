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

/// The files that a person gave to be read, none of which an output may replace. Files are told apart by what they are
/// on the disk, so that links, hard links and other spellings of a path lead to the same one. One thread.
public final class NamedInputs {
    /// By the file system's key, else by the real path.
    private final Map<Object, Path> byIdentity = new HashMap<>();

    private @Nullable Supplier<List<Path>> later;

    /// @param files those that are not there count for nothing
    public NamedInputs(Collection<Path> files) {
        this(files, List::of);
    }

    /// @param later more of them, which take a while to find: asked for when an output is there already
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

    /// To be asked for every output before the first is written.
    ///
    /// @throws Problem `file.isInput`
    public void refuse(Path output) throws Problem {
        Object identity = identity(output);
        if (identity == null) return; // nothing is there to be replaced
        if (later != null) add(later.get());
        later = null;
        Path input = byIdentity.get(identity);
        if (input == null && identity instanceof Path) input = same(output);
        if (input != null) throw new Problem("file.isInput", output, input);
    }

    /// Where the file system gives no keys a real path says nothing of hard links.
    private @Nullable Path same(Path output) {
        for (Path input : byIdentity.values()) {
            try {
                if (Files.isSameFile(input, output)) return input;
            } catch (IOException gone) {
                // then it cannot be replaced
            }
        }
        return null;
    }

    /// Null where there is no such file.
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
