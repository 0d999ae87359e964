package org.hrscope.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where a file really goes: its name with the symbolic links at its end followed, whether there is a file or not.
///
/// @param device a device or a pipe, which nothing can take the place of
record Target(Path file, boolean device) {
    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    static Target of(Path name) throws IOException {
        if (Files.isDirectory(name)) {
            throw new FileSystemException(name.toString(), null, "it is a folder");
        }
        if (Files.exists(name) && Files.readAttributes(name, BasicFileAttributes.class).isOther()) {
            return new Target(name, true);
        }
        Path at = name.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) throw new FileSystemLoopException(name.toString());
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return new Target(at, false);
    }

    Path folder() {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }

    /// Whether what is there may be replaced, and the nearest folder that is there may be written to.
    void check() throws IOException {
        if (device) return;
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        Path there = folder();
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) throw new FileAlreadyExistsException(there.toString());
        if (Files.isWritable(there)) return;
        if (Files.getFileStore(there).isReadOnly()) {
            throw new FileSystemException(there.toString(), null, "the disk is read-only");
        }
        throw new AccessDeniedException(there.toString());
    }

    /// The same for two names only where they lead to one file, or will: also on a disk to which capitals are all one.
    String place() throws IOException {
        Path there = file;
        while (!Files.exists(there) && there.getParent() != null) there = there.getParent();
        Path place = there.toRealPath().resolve(there.relativize(file)).normalize();
        String text = Normalizer.normalize(place.toString(), Normalizer.Form.NFC);
        return text.toLowerCase(Locale.ROOT);
    }

    /// Of the file that is replaced; empty where there is none, or the file system knows no such thing.
    Optional<Set<PosixFilePermission>> permissions() throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.exists(file)) return Optional.empty();
        return Optional.of(view.readAttributes().permissions());
    }
}
