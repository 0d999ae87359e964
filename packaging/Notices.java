import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Collects the licences of the jars actually shipped: names from their Maven POMs, texts from inside the jars.
/// Texts shared by many are in `packaging/licences`.
final class Notices {
    private final Path repository;

    Notices(Path repository) {
        this.repository = repository;
    }

    void write(List<Path> jars, Path texts, Path folder) throws Exception {
        Files.createDirectories(folder);
        StringBuilder list = new StringBuilder();
        list.append("HRScope\n  Apache License 2.0 (LICENSE.txt)\n\nIt is shipped with\n\n");
        list.append("OpenJDK run-time\n  GPL version 2 with the Classpath Exception (runtime/legal)\n\n");
        for (Path jar : jars.stream().sorted().toList()) {
            Path pom = pom(jar);
            String file = jar.getFileName().toString();
            List<String> licences = licences(pom);
            if (licences.isEmpty()) throw new IOException("Nobody knows the licence of " + file + ": see " + pom);
            list.append(file.replaceFirst("\\.jar$", "")).append('\n');
            if (licences.size() > 1) list.append("  any one of\n");
            licences.forEach(licence -> list.append("  ").append(licence).append('\n'));
            text(file, texts).ifPresent(text -> list.append("  text: ").append(text).append('\n'));
            List<String> held = texts(jar, folder);
            held.forEach(text -> list.append("  text: ").append(text).append('\n'));
            list.append('\n');
        }
        Files.writeString(folder.resolve("NOTICES.txt"), list);
        Files.copy(Path.of("LICENSE"), folder.resolve("LICENSE.txt"));
        Installer.copyAll(texts, folder);
    }

    /// If neither the jar nor its licence name leads to a text: `NAME.txt` for `NAME-1.2.jar`.
    private static Optional<String> text(String jar, Path texts) throws IOException {
        try (Stream<Path> files = Files.list(texts)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> jar.startsWith(each.replaceFirst("txt$", "").replace('.', '-')))
                    .findFirst();
        }
    }

    /// Beside the jar in the Maven repository; a jar with a classifier has no POM of its own.
    private static Path pom(Path jar) throws IOException {
        try (Stream<Path> files = Files.list(jar.getParent())) {
            return files.filter(file -> file.toString().endsWith(".pom"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .pom beside " + jar));
        }
    }

    /// Name and URL of each licence; from the parent if a POM names none.
    private List<String> licences(Path pom) throws Exception {
        Element project =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        List<String> found = new ArrayList<>();
        for (Element licences : children(project, "licenses")) {
            for (Element licence : children(licences, "license")) {
                found.add((text(licence, "name") + "  " + text(licence, "url")).strip());
            }
        }
        if (!found.isEmpty()) return found;
        for (Element parent : children(project, "parent")) {
            String artifact = text(parent, "artifactId");
            String version = text(parent, "version");
            return licences(
                    repository
                            .resolve(text(parent, "groupId").replace('.', '/'))
                            .resolve(artifact)
                            .resolve(version)
                            .resolve(artifact + "-" + version + ".pom"));
        }
        return found;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) found.add(element);
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(e -> e.getTextContent().strip()).orElse("");
    }

    /// Copies the licence texts inside the jar and returns the copies' names.
    private static List<String> texts(Path file, Path folder) throws IOException {
        List<String> copies = new ArrayList<>();
        String prefix = file.getFileName().toString().replaceFirst("\\.jar$", "") + "-";
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName().replaceFirst("^META-INF/", "");
                if (!name.matches("(?i)[^/]*(license|notice|copying)[^/]*")) continue;
                String copy = prefix + name + (name.contains(".") ? "" : ".txt");
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, folder.resolve(copy));
                }
                copies.add(copy);
            }
        }
        return copies;
    }
}
