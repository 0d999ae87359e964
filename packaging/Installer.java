import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Builds the installable program: a runtime for this platform, the program on it, an AOT cache trained by a real
/// start, and the platform's installers. `./mvnw -Pinstaller package` runs it from source:
///
///     java packaging/Installer.java VERSION TIME TARGET REPOSITORY CLASSPATH
///
/// TIME is the date for files in jars, REPOSITORY the local Maven repository, from which the licences of the jars
/// are read. Results are in TARGET/installer: the image, and the installers in `packages`.
final class Installer {
    static final String NAME = "HRScope";

    private final Platform platform = Platform.ofThisMachine();
    private final String version;
    private final Instant time;
    private final Path jar;
    private final Path repository;
    private final List<Path> libraries;
    private final Path work;
    private final Path packaging = Path.of("packaging").toAbsolutePath();
    private final Path icons = Path.of("resources/org/hrscope/icon").toAbsolutePath();

    private Installer(String[] arguments) {
        version = arguments[0];
        time = Instant.parse(arguments[1]);
        Path target = Path.of(arguments[2]).toAbsolutePath();
        jar = target.resolve("hrscope.jar");
        repository = Path.of(arguments[3]);
        libraries =
                Arrays.stream(arguments[4].split(java.io.File.pathSeparator))
                        .filter(each -> each.endsWith(".jar"))
                        .map(Path::of)
                        .toList();
        work = target.resolve("installer");
    }

    public static void main(String[] arguments) throws Exception {
        new Installer(arguments).make();
    }

    private void make() throws Exception {
        delete(work);
        Path app = Files.createDirectories(work.resolve("app"));
        Path modules = Files.createDirectories(work.resolve("modules"));
        Path packages = Files.createDirectories(work.resolve("packages"));

        say("jars and natives of " + platform);
        AppFolder folder = new AppFolder(platform, app);
        folder.add(jar);
        for (Path library : libraries) {
            if (library.getFileName().toString().startsWith("javafx-")) {
                folder.split(library, modules, work.resolve("javafx"));
            } else {
                folder.add(library);
            }
        }
        Path notices = work.resolve("notices");
        new Notices(repository).write(libraries, packaging.resolve("licences"), notices);

        say("runtime image");
        Path runtime = work.resolve("runtime");
        link(modules, runtime);
        copyAll(work.resolve("javafx"), platform.libraries(runtime));
        if (platform.system() == Platform.System.LINUX) {
            Symbols.strip(app.resolve("natives"), runtime.resolve("lib"));
        }

        say("application image");
        Path icon = platform.icon(icons, work);
        if (platform.system() == Platform.System.WINDOWS) {
            Files.copy(packaging.resolve("windows/hrscope.cmd"),
                    Files.createDirectories(app.resolve("bin")).resolve("hrscope.cmd"));
        }
        Path image = image(app, runtime, icon);
        Path inside = platform.appFolder(image);
        copyAll(notices, inside.resolve("licences"));
        AppFolder.date(inside, time);
        AotCache.train(platform.runtime(image), inside, NAME);

        say("packages");
        switch (platform.system()) {
            case LINUX -> new LinuxPackages(version, platform, packaging.resolve("linux"), icons, image, packages)
                    .make();
            case MAC -> {
                MacApp.finish(image);
                List<String> options = packageOptions(image, packages);
                options.addAll(List.of("--type", "dmg", "--app-version", platform.version(version)));
                tool("jpackage", options);
            }
            case WINDOWS -> {
                List<String> options = packageOptions(image, packages);
                options.addAll(List.of("--type", "msi", "--app-version", version));
                // Never change it: it lets a newer version replace an older one.
                options.addAll(List.of("--win-upgrade-uuid", "1d6a7c0e-5f0b-4b57-9a0c-2f8e3a9d7b41"));
                options.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-per-user-install"));
                options.addAll(List.of("--license-file", Path.of("LICENSE").toAbsolutePath().toString()));
                options.addAll(List.of("--resource-dir", WindowsPath.resources(work.resolve("wix")).toString()));
                options.addAll(fileTypes());
                tool("jpackage", options);
            }
        }
        Sizes.print(image, inside, packages);
    }

    private List<String> packageOptions(Path image, Path packages) {
        return new ArrayList<>(
                List.of("--app-image", image.toString(), "--name", NAME, "--dest", packages.toString(),
                        "--vendor", NAME));
    }

    /// "Open with HRScope". On macOS it belongs to the application image, on Windows to the package; jpackage
    /// accepts it only there.
    private List<String> fileTypes() {
        List<String> options = new ArrayList<>();
        for (String kind : List.of("pth", "onnx")) {
            options.addAll(
                    List.of("--file-associations", packaging.resolve("files/" + kind + ".properties").toString()));
        }
        return options;
    }

    /// Modules used by our own classes come from jdeps; those that libraries load reflectively are listed here.
    private void link(Path modules, Path runtime) throws IOException {
        String own =
                tool(
                                "jdeps",
                                List.of("--ignore-missing-deps", "--no-recursive", "--multi-release", "25",
                                        "--print-module-deps", "--module-path", modules.toString(), jar.toString()))
                        .strip();
        List<String> wanted = new ArrayList<>(List.of(own.split(",")));
        wanted.removeIf(module -> !module.matches("(java|jdk|javafx)\\..*"));
        wanted.add("javafx.controls");
        wanted.addAll(List.of("java.net.http", "jdk.unsupported", "jdk.localedata"));
        tool(
                "jlink",
                List.of("--module-path", modules.toString(), "--add-modules", String.join(",", wanted),
                        "--include-locales", "en,zh", "--strip-java-debug-attributes", "--no-header-files",
                        "--no-man-pages", "--compress", "zip-9",
                        "--exclude-resources=@" + Unused.resources(work.resolve("unused")),
                        "--output", runtime.toString()));
        Unused.libraries(platform.libraries(runtime));
    }

    private Path image(Path app, Path runtime, Path icon) throws IOException {
        List<String> options =
                new ArrayList<>(
                        List.of("--type", "app-image", "--name", NAME, "--dest", work.toString(),
                                "--app-version", platform.version(version), "--vendor", NAME,
                                "--description", "See what a pose network does",
                                "--input", app.toString(), "--runtime-image", runtime.toString(),
                                "--main-jar", jar.getFileName().toString(), "--main-class", "org.hrscope.Main",
                                "--icon", icon.toString()));
        for (String option : Files.readAllLines(packaging.resolve("jvm.options"))) {
            if (option.startsWith("-")) options.addAll(List.of("--java-options", option));
        }
        if (platform.system() == Platform.System.WINDOWS) {
            // A Windows program has either a window or a console, so the commands get a launcher of
            // their own.
            options.addAll(
                    List.of("--add-launcher", "hrscope-console=" + packaging.resolve("windows/console.properties")));
        }
        if (platform.system() == Platform.System.MAC) {
            options.addAll(List.of("--mac-package-identifier", "org.hrscope"));
            options.addAll(fileTypes());
        }
        tool("jpackage", options);
        return work.resolve(platform.system() == Platform.System.MAC ? NAME + ".app" : NAME);
    }

    /// Runs a tool of the JDK.
    ///
    /// @return its output
    static String tool(String name, List<String> arguments) {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() -> new IllegalStateException("This JDK has no " + name));
        StringWriter out = new StringWriter();
        PrintWriter print = new PrintWriter(out);
        int exit = tool.run(print, print, arguments.toArray(String[]::new));
        print.flush();
        if (exit != 0) throw new IllegalStateException(name + " " + arguments + " failed:\n" + out);
        return out.toString();
    }

    /// Runs a system program.
    static void run(List<String> command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) throw new IOException(command + " ended with " + exit);
    }

    static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// Recursively, preserving modes and links.
    static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING,
                            java.nio.file.LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                // The runtime's files are read-only, which Windows refuses to delete.
                file.toFile().setWritable(true);
                Files.delete(file);
            }
        }
    }

    private static void say(String step) {
        System.out.println("installer: " + step);
    }
}
