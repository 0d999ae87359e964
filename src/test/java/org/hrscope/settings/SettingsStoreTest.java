package org.hrscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.hrscope.domain.Decoder;
import org.hrscope.people.PersonMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    @TempDir Path folder;

    private static final Settings SOME =
            new Settings(
                    "zh-CN",
                    true,
                    "camera:1",
                    "/models/w32.onnx",
                    "/models/yolox_nano_416.onnx",
                    Decoder.DARK,
                    true,
                    PersonMode.TRACKED,
                    false,
                    List.of("SKELETON"),
                    0.4,
                    true,
                    true,
                    false,
                    new Settings.Bounds(1, 2, 1280, 720, false),
                    List.of("a", "b"),
                    List.of("stem"),
                    Map.of("layer1", 3),
                    true,
                    new Settings.Filter(0.35, 21.5),
                    new Settings.Side("lessons", 412.5, true),
                    new Settings.Layout(0.55, false, "MAGMA"),
                    true,
                    Map.of("Webcam", "camera:0?size=640x480"));

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

    private Settings load(String text) throws IOException {
        Files.writeString(folder.resolve("settings.json"), text);
        return new SettingsStore(folder).load();
    }

    private List<String> kept() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("broken"))
                    .sorted()
                    .toList();
        }
    }

    /// An invalid value costs only that value, and the file is kept.
    @Test
    void theRestOfABrokenFileIsTaken() throws IOException {
        String text =
                """
                {"language": "en", "decoder": "NO_SUCH", "people": {"a": [1, {"b": 2}]},
                 "flip": "yes", "loop": [], "window": {"x": 1, "y": "a"}, "recent": ["a", null, "b"],
                 "layers": 5, "dark": true, "lessons": ["stem"]}\
                """;
        Settings settings = load(text);
        assertThat(settings.language()).isEqualTo("en");
        assertThat(settings.decoder()).isNull();
        assertThat(settings.people()).isNull();
        assertThat(settings.flip()).isFalse();
        assertThat(settings.loop()).isTrue();
        assertThat(settings.window()).isNull();
        assertThat(settings.recent()).containsExactly("a", "b");
        assertThat(settings.layers()).isNull();
        assertThat(settings.dark()).isTrue();
        assertThat(settings.lessons()).containsExactly("stem");
        assertThat(settings.heatmapOpacity()).isEqualTo(0.75);
        new SettingsStore(folder).save(settings);
        assertThat(folder.resolve("settings.broken.json")).hasContent(text);
        assertThat(new SettingsStore(folder).load()).isEqualTo(settings);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatComesBeforeACutIsTaken() throws IOException {
        String whole =
                "{\"language\": \"en\", \"dark\": true, \"recent\": [\"a\", \"b\"], \"lessons\": [\"stem\"]}";
        for (int cut = 0; cut < whole.length(); cut++) {
            Settings settings = load(whole.substring(0, cut));
            if (cut > 20) assertThat(settings.language()).isEqualTo("en");
            if (cut > 34) assertThat(settings.dark()).isTrue();
            assertThat(settings.loop()).isTrue();
        }
        assertThat(load("\u0000\u0001\u0002")).isEqualTo(Settings.first());
        assertThat(load("[1, 2]")).isEqualTo(Settings.first());
        assertThat(load("null")).isEqualTo(Settings.first());
    }

    @Test
    void everyBrokenFileIsKeptOnce() throws IOException {
        load("{\"language\": ");
        load("{\"language\": ");
        load("{\"dark\": 5}");
        assertThat(kept()).containsExactly("settings.broken-2.json", "settings.broken.json");
        load("{\"language\": \"en\"}");
        assertThat(kept()).hasSize(2);
    }

    /// An older program must not drop what it does not know.
    @Test
    void aFileOfALaterVersionIsKept() throws IOException {
        load("{\"language\": \"en\", \"later\": {\"deep\": [1, 2]}}");
        assertThat(kept()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": NaN, \"y\": 0, \"width\": 900, \"height\": 600}",
                "{\"x\": 0, \"y\": 0, \"width\": Infinity, \"height\": 600}",
                "{\"x\": 0, \"y\": 0, \"width\": 1e300, \"height\": 600}",
                "{\"x\": 0, \"y\": 0, \"width\": 1e999, \"height\": 600}",
                "{\"x\": 0, \"y\": 0, \"width\": -900, \"height\": 600}",
                "{\"x\": 0, \"y\": 0, \"width\": 0, \"height\": 0}",
                "{\"x\": -1e9, \"y\": 0, \"width\": 900, \"height\": 600}",
                "{}",
                "[]",
                "\"large\"",
            })
    void windowsThatCannotBeAreForgotten(String window) throws IOException {
        Settings settings = load("{\"window\": " + window + ", \"language\": \"en\"}");
        assertThat(settings.window()).isNull();
        assertThat(settings.language()).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "1.5", "Infinity", "1e400", "\"thick\"", "{}"})
    void opacitiesThatCannotBeAreTheUsualOne(String opacity) throws IOException {
        assertThat(load("{\"heatmapOpacity\": " + opacity + "}").heatmapOpacity()).isEqualTo(0.75);
    }

    @Test
    void namesThatAreNoneAreForgotten() throws IOException {
        String none = "\"a\\u0000b\"";
        String text = "{\"model\": %s, \"source\": %s, \"recent\": [%s, \"a\"]}";
        Settings settings = load(text.formatted(none, none, none));
        assertThat(settings.model()).isNull();
        assertThat(settings.source()).isNull();
        assertThat(settings.recent()).containsExactly("a");
    }

    @Test
    void manyRecentFilesAreCut() throws IOException {
        String many = "\"a\", ".repeat(5000) + "\"b\"";
        assertThat(load("{\"recent\": [" + many + "]}").recent()).hasSize(10);
    }

    @Test
    void aFolderOrAHugeFileInItsPlaceIsPutAside() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("settings.json")).resolve("x");
        Files.writeString(inside, "somebody's");
        SettingsStore store = new SettingsStore(folder);
        assertThat(store.load()).isEqualTo(Settings.first());
        assertThat(folder.resolve("settings.broken.json/x")).hasContent("somebody's");
        store.save(SOME);
        assertThat(store.load()).isEqualTo(SOME);
        Files.write(folder.resolve("settings.json"), new byte[2_000_000]);
        assertThat(store.load()).isEqualTo(Settings.first());
        assertThat(kept()).hasSize(2);
    }

    @Test
    void whereNothingCanBeWrittenTheProgramStarts() throws IOException {
        Path blocked = Files.writeString(folder.resolve("a file"), "in the way");
        SettingsStore store = new SettingsStore(blocked);
        store.save(SOME);
        assertThat(store.load()).isEqualTo(Settings.first());
        assertThat(blocked).hasContent("in the way");
    }

    @Test
    void twoWhoSaveAtOnceLeaveOneWholeFile() throws Exception {
        Settings other = Settings.first();
        List<FutureTask<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Settings own = i % 2 == 0 ? SOME : other;
            FutureTask<Boolean> each =
                    new FutureTask<>(() -> {
                        SettingsStore store = new SettingsStore(folder);
                        boolean whole = true;
                        for (int n = 0; n < 50; n++) {
                            store.save(own);
                            Settings read = store.load();
                            whole &= read.equals(SOME) || read.equals(other);
                        }
                        return whole;
                    });
            all.add(each);
            Thread.ofPlatform().start(each);
        }
        for (FutureTask<Boolean> each : all) assertThat(each.get()).isTrue();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aHomeWithoutANameIsNoFolderHere() {
        Path home = UserFolders.home("?", folder.toString(), "a/da");
        assertThat(home).isEqualTo(folder.resolve("hrscope-a_da"));
        assertThat(UserFolders.home("/home/ada", "/tmp", "ada")).isEqualTo(Path.of("/home/ada"));
        assertThat(UserFolders.of("Linux", home, Map.of("XDG_DATA_HOME", "data")).data())
                .isEqualTo(home.resolve(".local/share/hrscope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "1e9", "-300", "\"wide\""})
    void anImpossibleSideIsTheUsualOne(String width) throws IOException {
        String side = "{\"side\": {\"panel\": \"cut\", \"folded\": false, \"width\": %s}}";
        assertThat(load(side.formatted(width)).side()).isNull();
        assertThat(load(side.formatted("311")).side())
                .isEqualTo(new Settings.Side("cut", 311, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0, \"beta\": 4",
                "-0.5, \"beta\": 4",
                "0.7, \"beta\": -1",
                "1e9, \"beta\": 4"
            })
    void anImpossibleFilterIsTheUsualOne(String filter) throws IOException {
        assertThat(load("{\"filter\": {\"minCutoff\": " + filter + "}}").filter()).isNull();
        Settings.Filter possible = new Settings.Filter(0.7, 4);
        assertThat(load("{\"filter\": {\"minCutoff\": 0.7, \"beta\": 4}}").filter())
                .isEqualTo(possible);
    }
}
