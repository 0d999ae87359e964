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

/// One version of a library's files in a place of [NativePlaces]: `NAME-KEY`. Several processes write to it at once,
/// and some are killed while they do: each file is written beside and moved. Nothing here minds an interrupt, which
/// would otherwise end the loading for the life of the process: hence java.io. Any thread.
///
/// @param name starts the name of every version's folder, and no other library's
/// @param key  what tells this version from others
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

    /// Unpacks what is not there in full.
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
            // Checked, as it copies through a buffer: files among themselves copy through channels.
            try (InputStream from =
                            new CheckedInputStream(library.url().openStream(), new CRC32());
                    FileOutputStream to = new FileOutputStream(part.toFile())) {
                from.transferTo(to);
                // A file of the right size that is empty after a power cut would stay for ever.
                to.getFD().sync();
            }
            if (!library.isWhole(part)) throw new IOException(part + " was not written in full");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Windows keeps a library that another process has loaded: it serves here too.
            if (!library.isWhole(file)) throw e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Deletes what was damaged on the disk.
    ///
    /// @return whether anything was
    boolean deleteDamaged(List<PackedLibrary> libraries) throws IOException {
        boolean any = false;
        for (PackedLibrary library : libraries) {
            if (!library.isWhole(file(library))) any |= Files.deleteIfExists(file(library));
        }
        return any;
    }

    /// Makes it, and tells other versions' processes that it is used, to the end of this process. Before anything is put
    /// there: it would look like one that nobody uses.
    void claim() {
        try {
            Files.createDirectories(path());
            // Closed by the system, a kill included.
            RandomAccessFile file = new RandomAccessFile(lock(path()), "rw");
            file.getChannel().tryLock(0, Long.MAX_VALUE, true);
        } catch (IOException | OverlappingFileLockException e) {
            // Unwritable, which the unpacking will say, or without locks: then others may delete
            // it,
            // and it is unpacked again.
        }
    }

    /// Deletes the folders of other versions that no process uses.
    void deleteOthers() {
        try (Stream<Path> folders = Files.list(place)) {
            folders.filter(this::isOther).filter(each -> !isUsed(each)).forEach(this::delete);
        } catch (IOException e) {
            // They cost room, nothing else.
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
            // Windows keeps what is loaded: at a later start then.
        }
    }

    /// Those of processes that were killed: nobody writes for an hour.
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
