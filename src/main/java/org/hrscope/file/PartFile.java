package org.hrscope.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file on its way: `.NAME.UUID.part` beside its target. Locked as long as it is written, so that [Leftovers] tells
/// it from those of killed processes: the system drops a lock with the process that held it. One thread.
final class PartFile implements Closeable {
    private static final String UUIDS = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final Pattern NAME = Pattern.compile("(?s)\\..*\\.(" + UUIDS + ")\\.part");

    /// A name may have 255 bytes, of which a letter takes up to four.
    private static final int LONGEST_NAME = 50;

    /// The first half of the UUIDs of this process: where one program opens and closes a file of its own, the system
    /// drops its locks too.
    private static final long PROCESS = new SecureRandom().nextLong();

    private final Path part;
    private final FileChannel channel;

    private PartFile(Path part, FileChannel channel) {
        this.part = part;
        this.channel = channel;
    }

    static PartFile beside(Path target) throws IOException {
        String name = String.valueOf(target.getFileName());
        String start = name.substring(0, name.offsetByCodePoints(0, shown(name)));
        while (true) {
            UUID unique = new UUID(PROCESS, UUID.randomUUID().getLeastSignificantBits());
            // Not Files.createTempFile: what that makes, only its owner may read.
            Path part = target.resolveSibling("." + start + "." + unique + ".part");
            FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            PartFile made = new PartFile(part, channel);
            try {
                if (made.locked()) return made;
            } catch (IOException e) {
                made.close();
                throw e;
            }
            made.close();
        }
    }

    private static int shown(String name) {
        return Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
    }

    /// Whether the file is this process's own; else another has taken it for a leftover before it was locked.
    private boolean locked() throws IOException {
        try {
            return channel.tryLock() != null && Files.exists(part);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException noLocksHere) {
            // Then nobody can lock it to delete it either.
            return true;
        }
    }

    /// Whether a file is called as these are, and is not of this process.
    static boolean ofAnother(Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() && UUID.fromString(name.group(1)).getMostSignificantBits() != PROCESS;
    }

    void permit(Set<PosixFilePermission> permissions) {
        try {
            Files.setPosixFilePermissions(part, permissions);
        } catch (IOException | UnsupportedOperationException notHere) {
            // A file system that keeps none has none to lose.
        }
    }

    /// Takes the place of `target` in one step, when the disk has all of it: else a power cut could leave the new name
    /// with nothing behind it.
    void moveTo(Path target) throws IOException {
        channel.force(true);
        rename(target);
    }

    /// The same for what the disk has already.
    void rename(Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    Path path() {
        return part;
    }

    FileChannel channel() {
        return channel;
    }

    /// Deleted, where it was not moved.
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
