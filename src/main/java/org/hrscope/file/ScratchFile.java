package org.hrscope.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.hrscope.domain.Problem;

/// A file that is needed for a while, in a temporary folder of its own, with whatever else is written there. Deleted
/// when closed; what a program leaves that ends before that, or is killed, the next one deletes. Any thread.
public final class ScratchFile implements AutoCloseable {
    /// Writes what a scratch file holds.
    @FunctionalInterface
    public interface Content {
        void writeTo(Path path) throws IOException, Problem;
    }

    private static final String START = "hrscope-scratch-";

    /// In the names of all folders of this process: to open and close one's own lock is to lose it.
    private static final String PROCESS = HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    private static final String LOCK = ".in-use";

    /// Nobody takes that long from making a folder to locking it.
    private static final long NEW_SECONDS = 60;

    private final Path folder;
    private final Path path;
    private final FileChannel lock;

    private ScratchFile(Path folder, Path path, FileChannel lock) {
        this.folder = folder;
        this.path = path;
        this.lock = lock;
    }

    /// In the system's temporary folder.
    public static ScratchFile named(String name) throws IOException {
        return in(place(), name);
    }

    /// The same for whoever has nothing better to say where it cannot be made.
    ///
    /// @throws Problem `natives.temporary`
    public static ScratchFile needed(String name) throws Problem {
        try {
            return named(name);
        } catch (IOException e) {
            throw unusable(place(), e);
        }
    }

    private static Path place() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /// In a folder made in this one.
    public static ScratchFile in(Path place, String name) throws IOException {
        clearAbandoned(place);
        Path folder = Files.createTempDirectory(place, START + PROCESS + "-");
        folder.toFile().deleteOnExit();
        Path lock = folder.resolve(LOCK);
        lock.toFile().deleteOnExit();
        Path path = folder.resolve(name);
        path.toFile().deleteOnExit();
        FileChannel held =
                FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ScratchFile made = new ScratchFile(folder, path, held);
        try {
            held.tryLock();
        } catch (IOException noLocksHere) {
            // Nobody else can lock it either.
        }
        return made;
    }

    /// Nothing is there yet.
    public Path path() {
        return path;
    }

    /// Writes it, where another folder than that of the result may be the one that is full.
    ///
    /// @param content gets [#path()]
    /// @throws Problem `natives.temporary`, or what else `content` throws
    public void fill(Content content) throws Problem {
        try {
            content.writeTo(path);
        } catch (IOException e) {
            throw unusable(String.valueOf(folder.getParent()), e);
        } catch (Problem e) {
            throw e.getCause() instanceof IOException cause
                    ? unusable(String.valueOf(folder.getParent()), cause)
                    : e;
        }
    }

    /// For the sentence of a scratch file that cannot be made or written.
    public static Problem unusable(Object place, IOException e) {
        return new Problem(e, "natives.temporary", place, WholeFile.reason(e));
    }

    /// What cannot be deleted, as open files cannot be on Windows, goes with the program.
    @Override
    public void close() {
        try {
            try (lock) {
                empty(folder);
            }
            remove(folder);
        } catch (IOException inUse) {
            // Or it is gone already.
        }
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, each -> !each.endsWith(LOCK))) {
            for (Path each : files) Files.delete(each);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }

    private static void clearAbandoned(Path place) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, START + "*")) {
            for (Path each : folders) {
                boolean own = each.getFileName().toString().startsWith(START + PROCESS);
                if (!own && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) clear(each);
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // They only take up space.
        }
    }

    /// Unless its process lives.
    private static void clear(Path folder) {
        try {
            Instant made = Files.getLastModifiedTime(folder).toInstant();
            if (made.isAfter(Instant.now().minusSeconds(NEW_SECONDS))) return;
            try (FileChannel channel =
                            FileChannel.open(
                                    folder.resolve(LOCK),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock alone = channel.tryLock()) {
                if (alone == null) return;
                empty(folder);
            }
            remove(folder);
        } catch (IOException | OverlappingFileLockException inUse) {
            // Another's, or in use after all.
        }
    }
}
