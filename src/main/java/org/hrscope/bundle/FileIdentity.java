package org.hrscope.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.hrscope.file.FileWork;
import org.hrscope.file.Sha256;
import org.jspecify.annotations.Nullable;

/// How a file is recognised, whatever its path. Hashing an hour of video would take as long as reading it: size and
/// time must do there.
///
/// @param size     in bytes
/// @param modified in milliseconds since 1970
/// @param sha256   lower-case hex; null for a large file
public record FileIdentity(long size, long modified, @Nullable String sha256) {
    private static final long HASHED = 256L << 20;

    /// Reads the whole file unless it is large.
    ///
    /// @throws Problem `file.missing`, `file.isFolder`, `file.special`, `file.unreadable`
    public static FileIdentity of(Path file) throws Problem {
        FileWork.there(file);
        try {
            long size = Files.size(file);
            long modified = Files.getLastModifiedTime(file).toMillis();
            return new FileIdentity(size, modified, size > HASHED ? null : Sha256.of(file));
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    /// Whether this is that file. A copied one may have another time, so size alone decides where there is no hash.
    public boolean is(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) != size) return false;
            return sha256 == null || Sha256.of(file).equals(sha256);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
