package org.hrscope.ui.help;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.file.FileWork;

/// The program as installed: its version, licences and log. Any thread.
final class Installation {
    private static final String LOG = "hrscope.log";

    /// `development` when run from classes.
    String version() {
        String version = Installation.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// The folder of the log; empty if none is written.
    Optional<Path> log() {
        return Optional.ofNullable(System.getProperty(LOG)).map(Path::of);
    }

    /// HRScope's own licence and those of the libraries shipped with it.
    ///
    /// @throws Problem `file.missing` if they were not installed, `file.unreadable`
    String notices() throws Problem {
        Path beside = home().resolve("licences").resolve("NOTICES.txt");
        Path own = Path.of("LICENSE").toAbsolutePath();
        Path found =
                Stream.of(beside, own)
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElseThrow(() -> new Problem("file.missing", beside));
        return FileWork.reading(found, () -> Files.readString(found));
    }

    /// Where the jar is, or the classes.
    private static Path home() {
        try {
            var source = Installation.class.getProtectionDomain().getCodeSource();
            Path jar = Path.of(source.getLocation().toURI());
            Path folder = jar.getParent();
            return folder == null ? jar : folder;
        } catch (URISyntaxException | RuntimeException unknown) {
            return Path.of("").toAbsolutePath();
        }
    }

    /// Opens a folder in the system's file manager. Not on the FX thread.
    ///
    /// @throws Problem `folder.not-shown`
    Path show(Path folder) throws Problem {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String opener =
                system.startsWith("windows")
                        ? "explorer"
                        : system.startsWith("mac") ? "open" : "xdg-open";
        try {
            Files.createDirectories(folder);
            new ProcessBuilder(List.of(opener, folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return folder;
        } catch (IOException e) {
            throw new Problem(e, "folder.not-shown", folder);
        }
    }
}
