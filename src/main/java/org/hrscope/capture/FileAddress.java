package org.hrscope.capture;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// The path in a `file:` address. File managers and browsers escape spaces (`%20`) and may or may not escape
/// non-ASCII letters; addresses typed by hand contain plain spaces and symbols.
final class FileAddress {
    private FileAddress() {}

    /// @param text starts with `file:/`
    static Path path(String text) throws Problem {
        Path decoded = decoded(text);
        if (decoded != null && Files.exists(decoded)) return decoded;
        try {
            Path plain = Path.of(text.substring("file:".length()).replaceFirst("^/+", "/"));
            return decoded == null || Files.exists(plain) ? plain : decoded;
        } catch (InvalidPathException e) {
            if (decoded != null) return decoded;
            throw new Problem(e, "file.missing", text);
        }
    }

    private static @Nullable Path decoded(String text) {
        try {
            String plain = text.replaceFirst("(?i)^file://localhost/", "file:///");
            return Path.of(URI.create(plain));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null; // not a valid URI
        }
    }
}
