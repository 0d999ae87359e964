package org.hrscope.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hrscope.domain.Problem;
import org.hrscope.file.FileWork;

/// A zip from anywhere, read with suspicion: every name must stay inside, occur once, and unpack to a bounded size. One
/// thread.
final class BundleZip implements AutoCloseable {
    private static final int MOST_ENTRIES = 1000;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private BundleZip(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /// @throws Problem `file.missing`, `file.isFolder`, `file.special`, `file.unreadable`, `bundle.broken`,
    ///     `bundle.outside`, `bundle.twice`, `bundle.tooMany`
    static BundleZip open(Path file) throws Problem {
        FileWork.there(file);
        try {
            BundleZip opened = new BundleZip(file, new ZipFile(file.toFile()));
            try {
                opened.check();
                return opened;
            } catch (Problem | RuntimeException bad) {
                opened.close();
                throw bad;
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Problem(e, "bundle.broken", file);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    private void check() throws Problem {
        if (zip.size() > MOST_ENTRIES) throw new Problem("bundle.tooMany", file, MOST_ENTRIES);
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (leadsOut(name)) throw new Problem("bundle.outside", file, name);
            if (entries.put(name, entry) != null) throw new Problem("bundle.twice", file, name);
        }
    }

    /// On any system, not only on this one.
    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.chars().anyMatch(Character::isISOControl)
                || ("/" + name + "/").contains("/../");
    }

    /// @param most bytes that are unpacked
    /// @throws Problem `bundle.lacks`, `bundle.tooLarge`, `bundle.broken`
    byte[] bytes(String name, int most) throws Problem {
        ZipEntry entry = entries.get(name);
        if (entry == null) throw new Problem("bundle.lacks", file, name);
        try (InputStream in = zip.getInputStream(entry)) {
            // What the directory says of its size may be a lie.
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) throw new Problem("bundle.tooLarge", file, name, most >> 20);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (sum.getValue() != entry.getCrc()) throw new Problem("bundle.broken", file);
            return bytes;
        } catch (IOException e) {
            throw new Problem(e, "bundle.broken", file);
        }
    }

    /// The checksum that its bytes have.
    long checksum(String name) {
        ZipEntry entry = entries.get(name);
        return entry == null ? 0 : entry.getCrc();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException readOnly) {
            // Nothing is lost with it.
        }
    }
}
