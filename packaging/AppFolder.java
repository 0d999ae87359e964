import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The program's folder: jars without native libraries, and in `natives` the libraries of one platform. All jars
/// get one date: the AOT cache checks it, and Windows Installer stores times to two seconds only.
final class AppFolder {
    /// Native libraries inside jars, for any platform.
    private static final Pattern NATIVE =
            Pattern.compile(
                    "(nu/pattern/opencv|ai/onnxruntime/native|org/bytedeco/\\w+/(linux|macosx|windows|android|ios)-\\w+)/.+");

    private static final Pattern LIBRARY = Pattern.compile(".+(\\.so(\\.\\d+)*|\\.dll|\\.dylib)");

    /// FFmpeg's filter and device libraries, which HRScope does not use.
    private static final Pattern UNUSED = Pattern.compile("(lib)?(jni)?av(filter|device)\\W.*");

    private final List<String> folders;
    private final Path app;
    private final Path natives;

    AppFolder(Platform platform, Path app) throws IOException {
        this.folders = platform.folders();
        this.app = app;
        natives = Files.createDirectories(app.resolve("natives"));
    }

    /// Copies a jar without its native libraries; a jar with nothing else is dropped.
    void add(Path jar) throws IOException {
        copy(jar, app, natives, NATIVE);
    }

    /// Copies a JavaFX jar, without its native libraries, to where jlink finds it.
    void split(Path jar, Path modules, Path libraries) throws IOException {
        Files.createDirectories(libraries);
        copy(jar, modules, libraries, LIBRARY);
    }

    private void copy(Path from, Path to, Path libraries, Pattern apart) throws IOException {
        boolean classes = false;
        Path copy = to.resolve(from.getFileName());
        try (JarFile jar = new JarFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                try (InputStream in = jar.getInputStream(entry)) {
                    if (apart.matcher(name).matches()) {
                        String file = name.substring(name.lastIndexOf('/') + 1);
                        if (apart == LIBRARY || wanted(name, file)) Files.copy(in, libraries.resolve(file));
                    } else {
                        classes |= name.endsWith(".class") && !name.endsWith("module-info.class");
                        ZipEntry kept = new ZipEntry(name);
                        kept.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
                        out.putNextEntry(kept);
                        in.transferTo(out);
                    }
                }
            }
        }
        if (!classes) Files.delete(copy);
    }

    /// Sets the date of the jars in an application image, which jpackage does not preserve.
    static void date(Path app, Instant time) throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jar")).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    private boolean wanted(String name, String file) {
        return folders.stream().anyMatch(folder -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
                && LIBRARY.matcher(file).matches()
                && !UNUSED.matcher(file).matches();
    }
}
