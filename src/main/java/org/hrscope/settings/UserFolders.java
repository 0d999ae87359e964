package org.hrscope.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The platform's standard folders for user files.
///
/// @param settings small files worth backing up
/// @param data     downloaded or imported models, logs
public record UserFolders(Path settings, Path data) {
    private static final String NAME = "hrscope";

    public static UserFolders ofThisSystem() {
        return of(
                System.getProperty("os.name", ""),
                home(
                        System.getProperty("user.home", ""),
                        System.getProperty("java.io.tmpdir", ""),
                        System.getProperty("user.name", "")),
                System.getenv());
    }

    /// A user without an entry in /etc/passwd has the home "?": do not create a folder of that name in the working
    /// directory.
    static Path home(String named, String temporary, String person) {
        String folder = NAME + "-" + person.replaceAll("[^\\w.@-]", "_");
        Path otherwise = Path.of(temporary).toAbsolutePath().resolve(folder);
        return given(named, otherwise);
    }

    static UserFolders of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            Path roaming = given(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
            Path local = given(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
            return new UserFolders(roaming.resolve("HRScope"), local.resolve("HRScope"));
        }
        if (name.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/HRScope");
            return new UserFolders(support, support);
        }
        return new UserFolders(
                given(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve(NAME),
                given(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                        .resolve(NAME));
    }

    /// A relative one would differ from start to start.
    private static Path given(@Nullable String folder, Path otherwise) {
        try {
            Path path = Path.of(folder == null ? "" : folder);
            return path.isAbsolute() ? path : otherwise;
        } catch (InvalidPathException unnameable) {
            return otherwise;
        }
    }
}
