import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Packs one installation tree as .deb and, if rpmbuild is available, as .rpm.
///
/// Not done by jpackage: its packages run xdg-desktop-menu on installation, which fails without a desktop, and name
/// their dependencies after the build machine's distribution. Here menu entry, icons and file types are plain files
/// of the package, so that no install or remove scripts are needed; the system's own triggers update its caches.
final class LinuxPackages {
    private final String version;
    private final Platform platform;
    private final Path parts;
    private final Path icons;
    private final Path image;
    private final Path packages;
    private final Path tree;

    LinuxPackages(String version, Platform platform, Path parts, Path icons, Path image, Path packages) {
        this.version = version;
        this.platform = platform;
        this.parts = parts;
        this.icons = icons;
        this.image = image;
        this.packages = packages;
        tree = image.resolveSibling("tree");
    }

    void make() throws IOException, InterruptedException {
        Path opt = tree.resolve("opt/hrscope");
        Installer.copyAll(image, opt);
        Files.deleteIfExists(opt.resolve("lib/HRScope.png"));
        program(opt);
        Path bin = Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(bin.resolve("hrscope"), Path.of("/opt/hrscope/bin/hrscope"));
        file("hrscope.desktop", "usr/share/applications/hrscope.desktop");
        file("hrscope.xml", "usr/share/mime/packages/hrscope.xml");
        for (int size : new int[] {16, 32, 48, 64, 128, 256, 512}) {
            copy(
                    icons.resolve("hrscope-" + size + ".png"),
                    "usr/share/icons/hicolor/" + size + "x" + size + "/apps/hrscope.png");
        }
        copy(parts.resolveSibling("icon/hrscope.svg"), "usr/share/icons/hicolor/scalable/apps/hrscope.svg");
        copy(image.resolve("lib/app/licences/NOTICES.txt"), "usr/share/doc/hrscope/copyright");
        modes();
        if (Installer.onPath("rpmbuild")) rpm();
        if (Installer.onPath("dpkg-deb")) deb();
    }

    private void deb() throws IOException, InterruptedException {
        Path control = Files.createDirectories(tree.resolve("DEBIAN")).resolve("control");
        long kib;
        try (Stream<Path> files = Files.walk(tree)) {
            kib = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / 1024;
        }
        Files.writeString(
                control,
                Files.readString(parts.resolve("control"))
                        .replace("@VERSION@", version)
                        .replace("@ARCHITECTURE@", platform.debian())
                        .replace("@KIB@", String.valueOf(kib)));
        Path file = packages.resolve("hrscope_" + version + "_" + platform.debian() + ".deb");
        Installer.run(
                List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", tree.toString(), file.toString()));
    }

    private void rpm() throws IOException, InterruptedException {
        Path top = image.resolveSibling("rpm");
        Installer.run(
                List.of("rpmbuild", "-bb", "--quiet", "--target", platform.rpm(), "--define", "_topdir " + top,
                        "--define", "_rpmdir " + packages,
                        "--define", "_rpmfilename hrscope-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                        "--define", "hrscope_version " + version, "--define", "hrscope_tree " + tree,
                        parts.resolve("hrscope.spec").toString()));
    }

    /// A script starts Java directly. jpackage's launcher queries dpkg and rpm twice at each start for the package
    /// it belongs to, and rpm creates a folder in the user's home for that.
    private void program(Path opt) throws IOException {
        Path app = opt.resolve("lib/app");
        Launch launch = Launch.of(app, Installer.NAME, "/opt/hrscope/lib/app");
        List<String> lines = new ArrayList<>(launch.options());
        lines.addAll(List.of("-Djpackage.app-path=/opt/hrscope/bin/hrscope", "-cp", launch.classPath(), Launch.MAIN));
        Files.write(app.resolve("hrscope.start"), lines);
        for (String each : List.of("bin/HRScope", "lib/libapplauncher.so", "lib/app/HRScope.cfg", "lib/app/.jpackage.xml")) {
            Files.delete(opt.resolve(each));
        }
        Files.copy(parts.resolve("hrscope"), opt.resolve("bin/hrscope"));
    }

    private void file(String name, String place) throws IOException {
        copy(parts.resolve(name), place);
    }

    private void copy(Path from, String place) throws IOException {
        Path to = tree.resolve(place);
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    /// The packager's umask must not show in the package.
    private void modes() throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) continue;
                boolean runs = Files.isDirectory(file) || Files.isExecutable(file) || file.endsWith("bin/hrscope");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
