package org.hrscope.ui.shell;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.hrscope.capture.CameraInfo;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.library.Catalogue;
import org.hrscope.library.ModelStore;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.settings.Settings;
import org.hrscope.settings.SettingsStore;
import org.hrscope.threads.Fault;
import org.hrscope.threads.JobThreads;
import org.hrscope.threads.Jobs;
import org.hrscope.threads.Repeats;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.library.LibraryWindow;
import org.hrscope.ui.opening.ImportProof;
import org.hrscope.ui.opening.Networks;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.playground.PlaygroundWindow;
import org.hrscope.ui.stage.LayersViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window from the first pixel to the last saved setting. FX thread.
public final class HrscopeWindow {
    private static final Logger LOG = LoggerFactory.getLogger(HrscopeWindow.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /// What the window needs from outside.
    ///
    /// @param engines creates the engine from its initial settings and its listener
    /// @param cameras may take a second; called off the FX thread
    /// @param remembered settings from the last session; blocks until they are read
    /// @param library  store of published networks; requested when the library is first opened
    /// @param source  from the command line; null for the remembered one
    public record Parts(
            BiFunction<EngineSettings, EngineListener, PoseEngine> engines,
            Callable<List<CameraInfo>> cameras,
            Networks networks,
            Supplier<Settings> remembered,
            SettingsStore store,
            Supplier<ModelStore> library,
            Path pictures,
            @Nullable String source) {}

    private final Parts parts;
    private final Settings remembered;
    private final Texts texts = new Texts();
    private final Theme theme = new Theme();
    private final LayersViewModel layers = new LayersViewModel();
    private final LiveViewModel live;
    private final Opener opener;
    private final Stage stage;
    private final MainWindow window;
    private final Notices notices;
    private final JobThreads threads = new JobThreads();
    private final Shell shell;
    private final Repeats uncaught = new Repeats();
    private final FxThread fx = new FxThread();
    private @Nullable LibraryWindow library;
    private @Nullable PlaygroundWindow playground;

    public HrscopeWindow(Stage stage, Parts parts) {
        this.stage = stage;
        this.parts = parts;
        remembered = parts.remembered().get();
        Locale language =
                remembered.language() == null
                        ? Locale.getDefault()
                        : Locale.forLanguageTag(remembered.language());
        texts.languageProperty().set(Texts.nearest(language));
        boolean systemDark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        Boolean dark = remembered.dark();
        theme.darkProperty().set(dark == null ? systemDark : dark);
        shell = new Shell(texts, theme, new Jobs(threads, fx));
        notices = shell.notices();
        EngineSettings initial = initialSettings(remembered);
        live =
                new LiveViewModel(
                        initial,
                        fx,
                        new Events(),
                        listener -> parts.engines().apply(initial, listener));
        opener = new Opener(shell.jobs(), live, parts.networks(), new Told(), remembered.recent());
        layers.restore(remembered.layers());
        layers.heatmapOpacityProperty().set(remembered.heatmapOpacity());
        layers.huesProperty().set(remembered.heatmapHues());
        List<String> lessons = remembered.lessons();
        window =
                new MainWindow(
                        shell,
                        live,
                        opener,
                        layers,
                        new MainWindow.Ways(
                                parts.cameras(),
                                parts.pictures(),
                                this::showLibrary,
                                this::showPlayground,
                                lessons == null ? List.of() : lessons));
        live.modelFileProperty()
                .addListener((property, before, now) -> {
                    if (library != null) library.used(opener.model());
                });
    }

    /// Created on first use.
    private void showLibrary() {
        LibraryWindow shown = library;
        if (shown == null) {
            LibraryWindow.Parts ways =
                    new LibraryWindow.Parts(
                            Catalogue::load,
                            parts.library().get(),
                            opener::useModel,
                            file -> opener.open(file.toString()));
            shown = new LibraryWindow(shell, stage, ways);
            shown.used(opener.model());
            library = shown;
        }
        shown.show();
    }

    private void showPlayground() {
        if (playground == null)
            playground = new PlaygroundWindow(stage, texts, theme, shell.controls());
        playground.show();
    }

    private static EngineSettings initialSettings(Settings settings) {
        Decoder decoder = settings.decoder();
        PersonMode people = settings.people();
        EngineSettings usual = EngineSettings.standard();
        return new EngineSettings(
                decoder == null ? usual.decoder() : decoder,
                settings.flip(),
                people == PersonMode.WHOLE_PICTURE ? people : PersonMode.EVERYONE,
                null,
                1,
                settings.loop());
    }

    /// Shows the window at once; network and source load in the background.
    public void show() {
        Scene scene = new Scene(window, WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.setTitle("HRScope");
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        place(remembered.window());
        stage.setOnCloseRequest(event -> save());
        window.start(scene);
        stage.show();
        shell.jobs().run(HrscopeWindow::icons, stage.getIcons()::setAll, failed -> {});
        String model = remembered.model();
        opener.useModel(model == null ? null : Path.of(model));
        openFirstSource();
    }

    /// The system picks the size it needs.
    private static List<Image> icons() {
        return IntStream.of(16, 32, 48, 128)
                .mapToObj(size -> "/org/hrscope/icon/hrscope-" + size + ".png")
                .map(name ->
                        new Image(requireNonNull(HrscopeWindow.class.getResource(name)).toString()))
                .toList();
    }

    /// The named source, else the last one, else the first camera; the demo figure until one opens, or if none does.
    private void openFirstSource() {
        live.open(new SourceSpec.Demo());
        String wanted = parts.source() == null ? remembered.source() : parts.source();
        if (wanted != null) {
            if (!wanted.equals(new SourceSpec.Demo().text())) opener.open(wanted);
            return;
        }
        opener.openCamera(parts.cameras());
    }

    /// Its last position, if that is still on a screen.
    private void place(Settings.@Nullable Bounds bounds) {
        if (bounds == null) return;
        List<Screen> screens =
                Screen.getScreensForRectangle(
                        bounds.x(), bounds.y(), bounds.width(), bounds.height());
        if (screens.isEmpty()) return;
        Rectangle2D area = screens.getFirst().getVisualBounds();
        stage.setWidth(Math.min(bounds.width(), area.getWidth()));
        stage.setHeight(Math.min(bounds.height(), area.getHeight()));
        stage.setX(Math.max(area.getMinX(), bounds.x()));
        stage.setY(Math.max(area.getMinY(), bounds.y()));
        stage.setMaximized(bounds.maximized());
    }

    private void save() {
        SourceSpec source = live.sourceProperty().get();
        Path model = opener.remembered();
        // First, because it restores what a lesson changed.
        List<String> finished = window.closeLessons();
        parts.store()
                .save(
                        new Settings(
                                texts.language().toLanguageTag(),
                                theme.darkProperty().get(),
                                source == null ? null : source.text(),
                                model == null ? null : model.toAbsolutePath().toString(),
                                live.decoderProperty().get(),
                                live.flipProperty().get(),
                                live.peopleProperty().get(),
                                live.loopProperty().get(),
                                layers.names(),
                                layers.heatmapOpacityProperty().get(),
                                layers.huesProperty().get(),
                                new Settings.Bounds(
                                        stage.getX(),
                                        stage.getY(),
                                        stage.getWidth(),
                                        stage.getHeight(),
                                        stage.isMaximized()),
                                opener.recent(),
                                finished));
    }

    /// Stops threads and frees native memory.
    ///
    /// @return whether all threads have ended
    private boolean close() {
        boolean ended = window.stop();
        ended &= live.end();
        ended &= threads.end();
        return ended;
    }

    /// Exceptions no handler of the window caught.
    private void uncaught(Throwable thrown) {
        Problem problem = Fault.of(thrown);
        if (!uncaught.fresh(problem)) return;
        LOG.error("uncaught in the window", thrown);
        notices.problem(problem);
    }

    private final class Told implements Opener.Told {
        @Override
        public void problem(Problem problem) {
            notices.problem(problem);
        }

        @Override
        public void importing(Path checkpoint) {
            notices.news(texts.get("model.importing", checkpoint.getFileName()));
        }

        @Override
        public void proven(ImportProof proof) {
            notices.news(proof.in(texts));
        }
    }

    private final class Events implements LiveViewModel.Events {
        @Override
        public void problem(Problem problem) {
            notices.problem(problem);
        }

        @Override
        public void lost(Problem cause) {
            // The sign over the stage says it for as long as it lasts.
        }

        @Override
        public void recovered(SourceInfo info) {
            notices.news(texts.get("camera.back", info.name()));
        }
    }

    /// Starts the toolkit and shows the window; returns at once. The program ends when the window closes.
    ///
    /// @param stillborn called on the FX thread if there will be no window
    /// @throws Problem `display.none`
    public static void launch(
            Supplier<Parts> parts, StartListener start, Consumer<Problem> stillborn)
            throws Problem {
        try {
            Platform.startup(() -> open(parts, start, stillborn));
            warmUp();
        } catch (UnsupportedOperationException noScreen) {
            throw new Problem(noScreen, "display.none");
        }
    }

    /// Preloads the fonts and style sheet of the first control while the FX thread is busy with the screen.
    private static void warmUp() {
        new FontIcon(MaterialDesignI.INFORMATION_OUTLINE).getIconCode();
        Control.getClassCssMetaData();
    }

    /// As if the user had closed all windows: the program ends. Any thread.
    public static void closeAll() {
        new FxThread()
                .execute(() ->
                        Stage.getWindows().stream()
                                .filter(window ->
                                        window instanceof Stage of && of.getOwner() == null)
                                .toList()
                                .forEach(window ->
                                        window.fireEvent(
                                                new WindowEvent(
                                                        window,
                                                        WindowEvent.WINDOW_CLOSE_REQUEST))));
    }

    private static void open(
            Supplier<Parts> parts, StartListener start, Consumer<Problem> stillborn) {
        try {
            open(parts, start);
        } catch (Throwable thrown) {
            LOG.error("no window", thrown);
            stillborn.accept(Fault.of(thrown));
        }
    }

    private static void open(Supplier<Parts> parts, StartListener start) {
        Stage stage = new Stage();
        HrscopeWindow window = new HrscopeWindow(stage, parts.get());
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, thrown) -> window.uncaught(thrown));
        stage.setOnHidden(event -> {
            // A thread may still be inside ONNX Runtime, which an orderly exit would unload under
            // it.
            if (!window.close()) Runtime.getRuntime().halt(0);
            // JavaFX has not finished hiding it yet.
            new FxThread().later(Platform::exit);
        });
        window.show();
        if (start != StartListener.NONE) new StartWatch(window.window::posed, start).start();
    }
}
