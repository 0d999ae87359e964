package org.hrscope.image;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Stream;

/// A native library on disk: shipped beside the program, or unpacked once from its jar into the person's cache folder
/// (copying 65 MB at every start costs more than half a second). Any thread, several processes at once.
///
/// @param name     without prefix and ending; carries the library's version
/// @param resource the library inside its jar
record NativeLibrary(String name, String resource) {

    /// An installer's own folder of natives.
    static final String FOLDER = "hrscope.natives";

    Path file() {
        return file(userCache());
    }

    /// @param cache where it is unpacked to, unless it lies ready elsewhere
    Path file(Path cache) {
        String fileName = System.mapLibraryName(name);
        String places =
                System.getProperty(FOLDER, "")
                        + File.pathSeparator
                        + System.getProperty("java.library.path", "");
        return Stream.of(places.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, fileName).toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(() -> unpacked(cache, fileName));
    }

    private Path unpacked(Path cache, String fileName) {
        try {
            URL packed = NativeLibrary.class.getResource(resource);
            if (packed == null) throw new FileNotFoundException(resource);
            URLConnection connection = packed.openConnection();
            long size = connection.getContentLengthLong();
            try {
                return unpack(packed, size, cache.resolve(name + "-" + size), fileName);
            } catch (IOException e) {
                // A home that cannot be written to; a fixed folder for all would let others put
                // their library there.
                Path once = Files.createTempDirectory("hrscope");
                once.toFile().deleteOnExit();
                Path file = unpack(packed, size, once, fileName);
                file.toFile().deleteOnExit();
                return file;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpack(URL packed, long size, Path folder, String fileName)
            throws IOException {
        Path file = folder.resolve(fileName);
        if (complete(file, size)) return file;
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, fileName, ".part");
        try {
            try (InputStream from = packed.openStream()) {
                Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!complete(part, size))
                throw new IOException("only " + Files.size(part) + " of " + size + " bytes");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Windows keeps a library that another process has loaded: it serves here too.
            if (!complete(file, size)) throw e;
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private static boolean complete(Path file, long size) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == size;
    }

    private static Path userCache() {
        String home = System.getProperty("user.home");
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("mac")) return Path.of(home, "Library", "Caches", "hrscope");
        String named = System.getenv(os.contains("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        Path root = named == null || named.isEmpty() ? Path.of(home, ".cache") : Path.of(named);
        return root.resolve("hrscope");
    }
}
