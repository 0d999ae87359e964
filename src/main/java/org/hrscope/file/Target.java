package org.hrscope.file;

import java.io.FileOutputStream;
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

/// Where a file will really be: its path with trailing symbolic links resolved, whether or not it exists.
///
/// @param device a device, a pipe or an [OpenDescriptor], which cannot be replaced
record Target(Path file, boolean device) {
    /// Linux's limit.
    static final int MOST_LINKS = 40;

    static Target of(Path name) throws IOException {
        if (Files.isDirectory(name)) {
            throw new FileSystemException(name.toString(), null, "it is a folder");
        }
        boolean other =
                Files.exists(name)
                        && Files.readAttributes(name, BasicFileAttributes.class).isOther();
        if (other || OpenDescriptor.of(name).isPresent()) return new Target(name, true);
        Path at = name.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) throw new FileSystemLoopException(name.toString());
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return new Target(at, false);
    }

    /// To a device.
    FileOutputStream stream() throws IOException {
        Optional<OpenDescriptor> open = OpenDescriptor.of(file);
        return open.isPresent() ? open.get().stream() : new FileOutputStream(file.toFile());
    }

    Path folder() {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }

    /// Checks that an existing file may be replaced and that the nearest existing folder is writable.
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

    /// Whether both lead, or will lead, to the same file, even on a case-insensitive disk.
    boolean same(Target other) throws IOException {
        // A pipe has no real path.
        if (device || other.device) {
            return Files.exists(file)
                    && Files.exists(other.file)
                    && Files.isSameFile(file, other.file);
        }
        return place().equals(other.place());
    }

    private String place() throws IOException {
        Path there = file;
        while (!Files.exists(there) && there.getParent() != null) there = there.getParent();
        Path place = there.toRealPath().resolve(there.relativize(file)).normalize();
        String text = Normalizer.normalize(place.toString(), Normalizer.Form.NFC);
        return text.toLowerCase(Locale.ROOT);
    }

    /// Of the file being replaced; empty if there is none or the file system has no permissions.
    Optional<Set<PosixFilePermission>> permissions() throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.exists(file)) return Optional.empty();
        return Optional.of(view.readAttributes().permissions());
    }
}
