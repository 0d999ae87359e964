package org.hrscope.capture;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// The path in a `file:` address, as file managers and browsers copy it: `%20` for a blank, other alphabets in either
/// spelling. Written by hand, such addresses also have plain blanks and signs in them.
final class FileAddress {
    private FileAddress() {}

    /// @param text begins with `file:/`
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
            return null; // not as an address is spelled
        }
    }
}
