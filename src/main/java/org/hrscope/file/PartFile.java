package org.hrscope.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file being written: `.NAME.UUID.part` beside its target. Locked while it is written, so that [Leftovers] can
/// tell it from those of killed processes: the system releases a lock when its process ends. One thread.
final class PartFile implements Closeable {
    private static final String UUIDS = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final Pattern NAME = Pattern.compile("(?s)\\..*\\.(" + UUIDS + ")\\.part");

    /// Of a recording: worth something unfinished too, so it is never deleted as a leftover.
    private static final Pattern RECORDING =
            Pattern.compile("(?s)\\.(.*)\\.(" + UUIDS + ")\\.recording");

    /// File names are limited to 255 bytes, and a character takes up to four.
    private static final int LONGEST_NAME = 50;

    /// With its dot.
    private static final int LONGEST_ENDING = 8;

    /// First half of all UUIDs of this process. Needed because opening and closing one of its own files would make
    /// a process lose its locks on it.
    private static final long PROCESS = new SecureRandom().nextLong();

    /// The locked byte is beyond any data: Windows locks are mandatory, even for other streams of this process.
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private final Path part;
    private final FileChannel channel;

    private PartFile(Path part, FileChannel channel) {
        this.part = part;
        this.channel = channel;
    }

    static PartFile beside(Path target) throws IOException {
        return beside(target, ".part");
    }

    static PartFile recording(Path target) throws IOException {
        return beside(target, ".recording");
    }

    /// The name that another process was recording under; null if this is not such a file.
    static @Nullable String recorded(Path file) {
        var name = RECORDING.matcher(String.valueOf(file.getFileName()));
        boolean another =
                name.matches()
                        && UUID.fromString(name.group(2)).getMostSignificantBits() != PROCESS;
        return another ? name.group(1) : null;
    }

    private static PartFile beside(Path target, String ending) throws IOException {
        String start = shown(String.valueOf(target.getFileName()));
        while (true) {
            UUID unique = new UUID(PROCESS, UUID.randomUUID().getLeastSignificantBits());
            // Not Files.createTempFile, which makes files readable by the owner only.
            Path part = target.resolveSibling("." + start + "." + unique + ending);
            PartFile made = new PartFile(part, created(part, target));
            try {
                if (made.locked()) return made;
            } catch (IOException e) {
                made.close();
                throw e;
            }
            made.close();
        }
    }

    private static FileChannel created(Path part, Path target) throws IOException {
        try {
            return FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (NoSuchFileException refused) {
            if (!Files.isDirectory(part.resolveSibling("."))) throw refused;
            // As /proc does. Nobody knows the temporary name.
            String what = "its folder takes no new files";
            throw new FileSystemException(target.toString(), null, what);
        }
    }

    /// The start of the name, and its ending: a recording that is found later opens by it.
    private static String shown(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST_NAME) return name;
        int dot = name.lastIndexOf('.');
        String ending = name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int start = LONGEST_NAME - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, start)) + ending;
    }

    /// Whether the file is still ours; another process may have deleted it as a leftover before it was locked.
    private boolean locked() throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false) != null && Files.exists(part);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException noLocksHere) {
            // Without locks, nobody else can lock and delete it either.
            return true;
        }
    }

    /// Whether it is a part file of another process.
    static boolean ofAnother(Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() && UUID.fromString(name.group(1)).getMostSignificantBits() != PROCESS;
    }

    void permit(Set<PosixFilePermission> permissions) {
        try {
            Files.setPosixFilePermissions(part, permissions);
        } catch (IOException | UnsupportedOperationException notHere) {
            // A file system without locks has none to lose.
        }
    }

    /// Replaces `target` atomically, after syncing: otherwise a power cut could leave the new name without
    /// contents.
    void moveTo(Path target) throws IOException {
        channel.force(true);
        rename(target);
    }

    /// The same for a file already synced.
    void rename(Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            if (!Files.isDirectory(part.resolveSibling("."))) throw gone;
            // Nobody knows the temporary name.
            String what = "something else removed it while it was written";
            throw new FileSystemException(target.toString(), null, what);
        }
    }

    Path path() {
        return part;
    }

    FileChannel channel() {
        return channel;
    }

    /// Deletes the file unless it was moved.
    @Override
    public void close() throws IOException {
        @Nullable IOException failed = null;
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            failed = e;
        }
        channel.close();
        if (failed != null) throw failed;
    }
}
