import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Removes unused contents of the runtime's modules. JavaFX requires java.desktop for java.beans, which brings in
/// AWT, Swing, sound, printing and the XML parser: 20 MB of the image.
final class Unused {
    /// By module, the folders that are kept entirely.
    private static final Map<String, Set<String>> USED =
            Map.of("java.desktop", Set.of("java/beans", "com/sun/beans"), "java.xml", Set.of("org/w3c", "org/xml"));

    /// Library names of java.desktop, without the platform's prefix and suffix.
    private static final String LIBRARY =
            "(lib)?(awt\\w*|fontmanager|freetype|jawt|javajpeg|jsound|lcms|mlib_image|splashscreen|osx\\w*)\\.(so|dylib|dll)";

    private Unused() {}

    /// Writes the list for jlink's --exclude-resources. Keeps the shortest file of each package, because jlink
    /// requires every declared package to exist.
    static Path resources(Path list) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Set<String>> module : USED.entrySet()) {
            Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", module.getKey());
            Set<Path> seen = new HashSet<>();
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted(SHORT_FIRST).toList()) {
                    Path name = root.relativize(file);
                    boolean used = name.getNameCount() == 1 || module.getValue().stream().anyMatch(name::startsWith);
                    if (!used && !seen.add(name.getParent())) lines.add("/" + module.getKey() + "/" + name);
                }
            }
        }
        return Files.write(list, lines);
    }

    private static final Comparator<Path> SHORT_FIRST =
            Comparator.comparing((Path file) -> file.toString().length()).thenComparing(Path::toString);

    /// Deletes the libraries that only AWT loads.
    static void libraries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().matches(LIBRARY)).toList()) {
                file.toFile().setWritable(true);
                Files.delete(file);
            }
        }
    }
}
