package org.hrscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hrscope.detect.PersonMode;
import org.hrscope.model.Decoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir Path folder;

    private static final Settings SOME =
            new Settings(
                    "zh-CN",
                    true,
                    "camera:1",
                    "/models/w32.onnx",
                    Decoder.DARK,
                    true,
                    PersonMode.TRACKED,
                    false,
                    List.of("SKELETON"),
                    0.4,
                    true,
                    new Settings.Bounds(1, 2, 1280, 720, false),
                    List.of("a", "b"),
                    List.of("stem"));

    @Test
    void whatIsSavedIsLoaded() {
        SettingsStore store = new SettingsStore(folder.resolve("not yet there"));
        store.save(SOME);
        assertThat(store.load()).isEqualTo(SOME);
    }

    @Test
    void theFirstStartHasItsOwn() {
        assertThat(new SettingsStore(folder).load()).isEqualTo(Settings.first());
    }

    @Test
    void aBrokenFileIsAFirstStart() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"language\": ");
        assertThat(new SettingsStore(folder).load()).isEqualTo(Settings.first());
        Files.writeString(folder.resolve("settings.json"), "{\"decoder\": \"NO_SUCH\"}");
        assertThat(new SettingsStore(folder).load()).isEqualTo(Settings.first());
    }

    @Test
    void aFileOfALaterVersionIsReadAsFarAsItIsKnown() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"language\": \"en\", \"later\": 5}");
        assertThat(new SettingsStore(folder).load().language()).isEqualTo("en");
    }

    @Test
    void savingLeavesNothingElseBehind() throws IOException {
        SettingsStore store = new SettingsStore(folder);
        store.save(SOME);
        store.save(Settings.first());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("settings.json"));
        }
    }

    @Test
    void recentFilesAreFewAndNeverTwice() {
        List<String> recent = null;
        for (int i = 0; i < 30; i++) recent = Settings.recent("file" + i % 12, recent);
        assertThat(recent).hasSize(10).doesNotHaveDuplicates().startsWith("file5", "file4");
    }

    @Test
    void everySystemHasItsFolders() {
        Path home = Path.of("/home/ada");
        assertThat(UserFolders.of("Linux", home, Map.of()).settings())
                .isEqualTo(home.resolve(".config/hrscope"));
        assertThat(UserFolders.of("Linux", home, Map.of("XDG_DATA_HOME", "/data")).data())
                .isEqualTo(Path.of("/data/hrscope"));
        assertThat(UserFolders.of("Mac OS X", home, Map.of()).data())
                .isEqualTo(home.resolve("Library/Application Support/HRScope"));
        assertThat(UserFolders.of("Windows 11", home, Map.of("LOCALAPPDATA", "/local")).data())
                .isEqualTo(Path.of("/local/HRScope"));
    }
}
