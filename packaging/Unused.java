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

/// What the run-time's modules hold and nobody here asks for. JavaFX requires java.desktop for java.beans; AWT, Swing,
/// sound and printing come along with it, and the XML parser with those: 20 of the image's millions of bytes.
final class Unused {
    /// By module, the folders of which everything stays.
    private static final Map<String, Set<String>> USED =
            Map.of("java.desktop", Set.of("java/beans", "com/sun/beans"), "java.xml", Set.of("org/w3c", "org/xml"));

    /// Of java.desktop, by its name without what a system puts round it.
    private static final String LIBRARY =
            "(lib)?(awt\\w*|fontmanager|freetype|jawt|javajpeg|jsound|lcms|mlib_image|splashscreen|osx\\w*)\\.(so|dylib|dll)";

    private Unused() {}

    /// Writes what jlink's --exclude-resources takes. One file of each package stays, the shortest: a module names its
    /// packages, and jlink wants to find them.
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
