package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.Decoder;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.library.Downloader;
import org.hrscope.library.ModelStore;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.settings.Settings;
import org.hrscope.settings.SettingsStore;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.opening.Networks;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What the next start finds again.
@ExtendWith(FxToolkit.class)
@Timeout(120)
class RememberedTest {
    @TempDir Path folder;

    private Remembered remembered(String json) throws Exception {
        Files.writeString(folder.resolve("settings.json"), json);
        SettingsStore store = new SettingsStore(folder);
        return new Remembered(store.load(), store);
    }

    @Test
    void theFirstStartIsTheUsualOne() throws Exception {
        Remembered first = remembered("{}");
        EngineSettings usual = EngineSettings.standard();
        assertThat(first.engine().people()).isEqualTo(PersonMode.EVERYONE);
        assertThat(first.engine().decoder()).isEqualTo(usual.decoder());
        assertThat(first.engine().smoothing()).isEqualTo(usual.smoothing());
        assertThat(first.model()).isNull();
        assertThat(first.finder()).isNull();
        assertThat(first.lessons().finished()).isEmpty();
        LayersViewModel layers = new LayersViewModel();
        List<String> shown = layers.names();
        first.apply(layers);
        assertThat(layers.names()).isEqualTo(shown).isNotEmpty();
    }

    /// A box was drawn on an image that may not come back; the whole image is a choice.
    @Test
    void howPeopleWereFoundComesBackExceptForABox() throws Exception {
        assertThat(remembered("{\"people\": \"DRAWN\"}").engine().people())
                .isEqualTo(PersonMode.EVERYONE);
        assertThat(remembered("{\"people\": \"WHOLE_PICTURE\"}").engine().people())
                .isEqualTo(PersonMode.WHOLE_PICTURE);
        EngineSettings all =
                remembered(
                                """
                                {"decoder": "DARK", "flip": true, "loop": false,
                                 "filter": {"minCutoff": 1.5, "beta": 3}}
                                """)
                        .engine();
        assertThat(all.decoder()).isEqualTo(Decoder.DARK);
        assertThat(all.flip()).isTrue();
        assertThat(all.loop()).isFalse();
        assertThat(all.drawn()).isNull();
        assertThat(all.speed()).isEqualTo(1);
        assertThat(all.smoothing())
                .isEqualTo(new Smoothing(Smoothing.When.LIVE, new OneEuro(1.5, 3)));
    }

    @Test
    void languageThemeAndLayersComeBack() throws Exception {
        Remembered kept =
                remembered(
                        """
                        {"language": "zh-CN", "dark": false, "layers": ["SKELETON", "NO_LAYER"],
                         "heatmapOpacity": 0.25, "heatmapHues": true, "byPerson": true,
                         "mirror": false}
                        """);
        Texts texts = new Texts();
        Theme theme = new Theme();
        FxToolkit.run(() -> kept.apply(texts, theme));
        assertThat(texts.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(theme.darkProperty().get()).isFalse();
        LayersViewModel layers = new LayersViewModel();
        kept.apply(layers);
        assertThat(layers.names()).containsExactly(StageLayer.SKELETON.name());
        assertThat(layers.heatmapOpacityProperty().get()).isEqualTo(0.25);
        assertThat(layers.huesProperty().get()).isTrue();
        assertThat(layers.byPersonProperty().get()).isTrue();
        assertThat(layers.mirrorProperty().get()).isFalse();
    }

    /// Started by mistake, and closed before anything has been read.
    @Test
    void aWindowThatIsClosedAtOnceForgetsNothing() throws Exception {
        Path model = folder.resolve("own.onnx");
        Path finder = folder.resolve("finder.onnx");
        Path clip = folder.resolve("clip.mp4");
        remembered(
                """
                {"language": "en", "model": "%s", "finder": "%s", "source": "%s",
                 "recent": ["%s"], "lessons": ["stem"], "flip": true}
                """
                        .formatted(model, finder, clip, clip));
        SettingsStore store = new SettingsStore(folder);
        Settings before = store.load();
        HrscopeWindow.Parts parts =
                new HrscopeWindow.Parts(
                        (settings, listener) ->
                                new PoseEngine(spec -> new DemoSource(), settings, listener),
                        List::of,
                        new Networks(
                                new ModelOpener(ModelProfile.EMPTY),
                                new CheckpointImport(),
                                folder.resolve("models"),
                                null),
                        store::load,
                        store,
                        () ->
                                new ModelStore(
                                        folder,
                                        new Downloader(ProxySelector.of(null)),
                                        new CheckpointImport()),
                        folder,
                        null);
        HrscopeWindow window =
                FxToolkit.on(() -> {
                    Stage stage = new Stage();
                    HrscopeWindow made = new HrscopeWindow(stage, parts);
                    made.show();
                    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
                    stage.hide();
                    return made;
                });
        FxToolkit.run(window::close);
        Settings after = store.load();
        assertThat(after.model()).isEqualTo(before.model());
        assertThat(after.finder()).isEqualTo(before.finder());
        assertThat(after.source()).isEqualTo(before.source());
        assertThat(after.recent()).isEqualTo(before.recent());
        assertThat(after.lessons()).isEqualTo(before.lessons());
        assertThat(after.flip()).isTrue();
    }

    /// Only a title bar above the screen is brought back.
    @Test
    void aWindowMovedUpwardStaysThere() throws Exception {
        Remembered kept =
                remembered("{\"window\": {\"x\": 90, \"y\": 80, \"width\": 900, \"height\": 600}}");
        Stage stage = FxToolkit.on(() -> new Stage());
        FxToolkit.run(() -> {
            kept.place(stage);
            stage.show();
            stage.setY(stage.getY() - 30);
        });
        double there = FxToolkit.on(stage::getY);
        FxToolkit.run(stage::hide);
        assertThat(there).isEqualTo(50);
    }

    @Test
    void aTitleBarAboveTheScreenIsBroughtBack() throws Exception {
        Stage stage = FxToolkit.on(() -> new Stage());
        Remembered first = remembered("{}");
        double placed =
                FxToolkit.on(() -> {
                    first.place(stage);
                    double y = stage.getY();
                    stage.show();
                    stage.setY(-30);
                    return y;
                });
        while (FxToolkit.on(stage::getY) != placed) FxToolkit.rendered();
        FxToolkit.run(stage::hide);
        assertThat(placed).isNotNegative();
    }

    /// Where the window manager is late.
    @Test
    void soIsOneThatIsMovedAboveLater() throws Exception {
        Stage stage = FxToolkit.on(() -> new Stage());
        Remembered first = remembered("{}");
        AtomicBoolean moved = new AtomicBoolean();
        double placed =
                FxToolkit.on(() -> {
                    first.place(stage);
                    double y = stage.getY();
                    PauseTransition late = new PauseTransition(Duration.millis(500));
                    late.setOnFinished(event -> {
                        stage.setY(-20);
                        moved.set(true);
                    });
                    late.play();
                    stage.show();
                    return y;
                });
        while (!moved.get() || FxToolkit.on(stage::getY) != placed) FxToolkit.rendered();
        FxToolkit.run(stage::hide);
    }
}
