package org.hrscope.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.json.Json;
import org.hrscope.model.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps [Settings] in one JSON file. A file that is missing or broken counts as a first start; nothing else is lost by
/// it.
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private final Path file;
    private final Json json = new Json(Json.Names.AS_WRITTEN);

    public SettingsStore(Path folder) {
        file = folder.resolve("settings.json");
    }

    public Settings load() {
        if (!Files.exists(file)) return Settings.first();
        try {
            return json.read(file, Settings.class);
        } catch (Problem broken) {
            LOG.warn("starting with fresh settings", broken);
            return Settings.first();
        }
    }

    public void save(Settings settings) {
        try {
            json.write(file, settings);
        } catch (Problem unwritable) {
            LOG.warn("settings are not kept", unwritable);
        }
    }
}
