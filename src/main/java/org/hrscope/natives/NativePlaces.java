package org.hrscope.natives;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Candidate folders for unpacked libraries, best first: the user's cache, then temporary folders. Any thread.
///
/// @param own    under the user's own folders
/// @param shared writable by everyone: contents are trusted only if nobody else could have planted them
record NativePlaces(List<Path> own, List<Path> shared) {
    private static final String NAME = "hrscope";

    static NativePlaces ofThisSystem() {
        return of(
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                System.getProperty("user.home", ""),
                NAME + "-" + System.getProperty("user.name", ""),
                System.getProperty("java.io.tmpdir", ""),
                System.getenv());
    }

    /// @param person names the folder in a shared place
    static NativePlaces of(
            String system,
            String home,
            String person,
            String temporary,
            Map<String, String> environment) {
        List<Path> own = new ArrayList<>();
        if (system.startsWith("windows")) {
            add(own, environment.get("LOCALAPPDATA"), NAME);
            add(own, home, "AppData/Local/" + NAME);
        } else if (system.startsWith("mac")) {
            add(own, home, "Library/Caches/" + NAME);
        } else {
            add(own, environment.get("XDG_CACHE_HOME"), NAME);
            add(own, home, ".cache/" + NAME);
        }
        // A user name such as CORP\ada is not a valid folder name.
        String folder = person.replaceAll("[^\\w.@-]", "_");
        List<Path> shared = new ArrayList<>();
        add(shared, temporary, folder);
        if (!system.startsWith("windows")) add(shared, "/var/tmp", folder);
        return new NativePlaces(List.copyOf(own), List.copyOf(shared));
    }

    /// A relative folder would differ from start to start, and an unknown home is "?".
    private static void add(List<Path> places, @Nullable String root, String below) {
        try {
            Path folder = Path.of(root == null ? "" : root);
            Path place = folder.resolve(below);
            if (folder.isAbsolute() && !places.contains(place)) places.add(place);
        } catch (InvalidPathException unnameable) {
            // Not encodable in this locale: skip it.
        }
    }

    List<Path> all() {
        List<Path> all = new ArrayList<>(own);
        all.addAll(shared);
        return all;
    }

    /// Creates the folder and checks its permissions.
    ///
    /// @throws IOException if we cannot write to it, or others can
    void prepare(Path place) throws IOException {
        if (!shared.contains(place)) {
            Files.createDirectories(place);
            return;
        }
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try {
            Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rwx------");
            FileAttribute<?>[] attributes =
                    posix
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mine)}
                            : new FileAttribute<?>[0];
            Files.createDirectory(place, attributes);
        } catch (FileAlreadyExistsException before) {
            if (posix && !mine(place)) throw new IOException(place + " belongs to somebody else");
        }
    }

    private static boolean mine(Path place) throws IOException {
        PosixFileAttributes found =
                Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Set<PosixFilePermission> allowed = found.permissions();
        if (!found.isDirectory()
                || allowed.contains(PosixFilePermission.GROUP_WRITE)
                || allowed.contains(PosixFilePermission.OTHERS_WRITE)) return false;
        Path probe = Files.createTempFile(place, "owner", null);
        try {
            return Files.getOwner(probe).equals(found.owner());
        } finally {
            Files.delete(probe);
        }
    }
}
