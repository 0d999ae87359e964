package org.hrscope.natives;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/// The folder of one version of a library under one of [NativePlaces]: `NAME-KEY`. Several processes may unpack at
/// once and be killed at any time, so every file is written beside and moved. Uses java.io, because an interrupt
/// would close an NIO channel and break loading for the life of the process. Any thread.
///
/// @param name prefix of the folders of all versions of this library only
/// @param key  identifies the version
record NativeFolder(Path place, String name, String key) {
    private static final String LOCK = ".in-use";
    private static final String PART = ".part";
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    Path path() {
        return place.resolve(name + "-" + key);
    }

    Path file(PackedLibrary library) {
        return path().resolve(library.fileName());
    }

    /// Unpacks whatever is missing or incomplete.
    void unpack(List<PackedLibrary> libraries) throws IOException {
        for (PackedLibrary library : libraries) {
            Path file = file(library);
            if (Files.isRegularFile(file) && Files.size(file) == library.size()) continue;
            Files.createDirectories(path());
            deleteParts();
            unpack(library, file);
        }
    }

    private void unpack(PackedLibrary library, Path file) throws IOException {
        Path part = Files.createTempFile(path(), library.fileName(), PART);
        try {
            // A checked stream copies through a buffer; a plain file-to-file copy would use
            // channels.
            try (InputStream from =
                            new CheckedInputStream(library.url().openStream(), new CRC32());
                    FileOutputStream to = new FileOutputStream(part.toFile())) {
                from.transferTo(to);
                // Otherwise a power cut could leave a file of the right size but empty, forever.
                to.getFD().sync();
            }
            if (!library.isWhole(part)) throw new IOException(part + " was not written in full");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Windows locks a library that another process has loaded; if it is intact, use it.
            if (!library.isWhole(file)) throw e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Deletes files damaged on disk.
    ///
    /// @return whether there were any
    boolean deleteDamaged(List<PackedLibrary> libraries) throws IOException {
        boolean any = false;
        for (PackedLibrary library : libraries) {
            if (!library.isWhole(file(library))) any |= Files.deleteIfExists(file(library));
        }
        return any;
    }

    /// Creates the folder and marks it as in use until this process ends. Must precede unpacking, or the folder
    /// would look abandoned.
    void claim() {
        try {
            Files.createDirectories(path());
            // Released by the system, even after a kill.
            RandomAccessFile file = new RandomAccessFile(lock(path()), "rw");
            file.getChannel().tryLock(0, Long.MAX_VALUE, true);
        } catch (IOException | OverlappingFileLockException e) {
            // Not writable (unpacking will report that), or no file locks: another process may
            // delete the folder then, and it is unpacked again.
        }
    }

    /// Deletes folders of other versions that no process uses.
    void deleteOthers() {
        try (Stream<Path> folders = Files.list(place)) {
            folders.filter(this::isOther).filter(each -> !isUsed(each)).forEach(this::delete);
        } catch (IOException e) {
            // They only take up space.
        }
    }

    private boolean isOther(Path folder) {
        String other = folder.getFileName().toString();
        return other.startsWith(name)
                && !folder.equals(path())
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isUsed(Path folder) {
        if (!lock(folder).exists()) return false;
        try (RandomAccessFile file = new RandomAccessFile(lock(folder), "rw");
                FileLock alone = file.getChannel().tryLock()) {
            return alone == null;
        } catch (IOException | OverlappingFileLockException e) {
            return true;
        }
    }

    private static File lock(Path folder) {
        return folder.resolve(LOCK).toFile();
    }

    private void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException e) {
            // Windows keeps loaded files; a later start will delete them.
        }
    }

    /// Leftovers of killed processes: unpacking never takes an hour.
    private void deleteParts() throws IOException {
        Instant before = Instant.now().minus(LEFT_OVER);
        try (Stream<Path> files = Files.list(path())) {
            for (Path each : files.filter(file -> file.toString().endsWith(PART)).toList()) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
