package org.hrscope.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.Hammer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged settings: none may prevent a start, so not even a `Problem` is allowed.
class SettingsFuzz {
    @TempDir private Path folder;

    @Test
    void files() throws IOException {
        SettingsStore store = new SettingsStore(folder);
        store.save(Settings.first());
        Path file = folder.resolve("settings.json");
        Path kept = folder.resolve("settings.broken.json");
        byte[] whole =
                """
                {"model": "/some/model.onnx", "window": {"x": 1, "y": 2, "width": 1e3, "height": 7, "maximized": true},
                 "recentModels": ["/a", "/b\\u00e9"], "recentSources": ["/c", null], "opacity": 0.5}
                """
                        .getBytes();
        Hammer.run(
                "settings",
                List.of(Files.readAllBytes(file), whole),
                60_000,
                bytes -> {
                    Files.write(file, bytes);
                    Files.deleteIfExists(kept);
                    store.load();
                });
    }
}
