package org.hrscope.natives;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/// A library as stored in its jar. Immutable.
///
/// @param fileName platform-specific
/// @param size     in bytes, unpacked
/// @param crc      of the unpacked bytes, from the jar's directory
record PackedLibrary(String fileName, URL url, long size, long crc) {

    /// @param folder on the class path, with slashes at both ends
    /// @param name   without prefix and extension
    static PackedLibrary find(String folder, String name) throws IOException {
        String fileName = System.mapLibraryName(name);
        URL url = PackedLibrary.class.getResource(folder + fileName);
        if (url == null) throw new FileNotFoundException(folder + fileName);
        if (url.openConnection() instanceof JarURLConnection jar) {
            JarEntry entry = jar.getJarEntry();
            return new PackedLibrary(fileName, url, entry.getSize(), entry.getCrc());
        }
        try (InputStream in = url.openStream()) {
            CheckedInputStream bytes = new CheckedInputStream(in, new CRC32());
            long size = bytes.transferTo(OutputStream.nullOutputStream());
            return new PackedLibrary(fileName, url, size, bytes.getChecksum().getValue());
        }
    }

    /// Reads the whole file.
    boolean isWhole(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != size) return false;
        try (CheckedInputStream in =
                new CheckedInputStream(new FileInputStream(file.toFile()), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue() == crc;
        }
    }
}
