package org.hrscope.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores [Settings] in one JSON file. Missing or invalid values get their defaults; the old file is kept as a copy
/// before it is overwritten. No failure here prevents a start. Any thread; with several processes the last to save
/// wins.
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    /// A larger file is not ours.
    private static final long MOST_BYTES = 1 << 20;

    private static final int MOST_KEPT = 20;

    private final Path file;
    private final Json json = new Json(Json.Names.AS_WRITTEN);

    public SettingsStore(Path folder) {
        file = folder.resolve("settings.json");
    }

    public Settings load() {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) return Settings.first();
            // Opening a pipe would block forever.
            boolean ours = Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES;
            if (ours) return read();
            LOG.warn("{} is not a settings file", file);
            keep(false);
        } catch (IOException | RuntimeException e) {
            LOG.warn("starting with fresh settings", e);
        }
        return Settings.first();
    }

    private Settings read() throws IOException {
        List<String> broken = new ArrayList<>();
        Settings settings = json.readPartly(file, Settings.first(), broken);
        if (!broken.isEmpty()) {
            LOG.warn("in {} this was not understood: {}", file, broken);
            keep(true);
        }
        return settings;
    }

    /// Keeps what would be overwritten: the file of a later version, or one edited by hand.
    ///
    /// @param copy false to move it, whatever it is
    private void keep(boolean copy) {
        for (int i = 1; i <= MOST_KEPT; i++) {
            Path kept = file.resolveSibling("settings.broken" + (i == 1 ? "" : "-" + i) + ".json");
            try {
                if (copy && Files.isRegularFile(kept) && Files.mismatch(file, kept) < 0) return;
                if (copy) Files.copy(file, kept);
                else if (Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) continue;
                else Files.move(file, kept);
                LOG.warn("kept as {}", kept);
                return;
            } catch (FileAlreadyExistsException taken) {
                continue;
            } catch (IOException e) {
                LOG.warn("the settings as they were cannot be kept", e);
                return;
            }
        }
    }

    public void save(Settings settings) {
        try {
            json.write(file, settings);
        } catch (Problem | RuntimeException unwritable) {
            LOG.warn("settings are not kept", unwritable);
        }
    }
}
