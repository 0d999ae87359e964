package org.hrscope.ui.shell;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.hrscope.capture.CameraInfo;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.library.Catalogue;
import org.hrscope.library.ModelStore;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.settings.Settings;
import org.hrscope.settings.SettingsStore;
import org.hrscope.threads.Fault;
import org.hrscope.threads.Job;
import org.hrscope.threads.JobThreads;
import org.hrscope.threads.Jobs;
import org.hrscope.threads.Repeats;
import org.hrscope.ui.common.Enlarged;
import org.hrscope.ui.common.FittingScene;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Question;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.lessons.LessonProgress;
import org.hrscope.ui.library.LibraryWindow;
import org.hrscope.ui.opening.BundledRow;
import org.hrscope.ui.opening.CameraModes;
import org.hrscope.ui.opening.ImportProof;
import org.hrscope.ui.opening.LargerNetworkOffer;
import org.hrscope.ui.opening.Networks;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.playground.PlaygroundWindow;
import org.hrscope.ui.stage.LayersViewModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window from the first pixel to the last saved setting. FX thread.
public final class HrscopeWindow {
    private static final Logger LOG = LoggerFactory.getLogger(HrscopeWindow.class);

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
    private final Remembered remembered;
    private final ViewModels models;
    private final Stage stage;
    private final LargerNetworkOffer offer;
    private final MainWindow window;
    private final JobThreads threads = new JobThreads();
    private final Shell shell;
    private final Repeats uncaught = new Repeats();
    private @Nullable LibraryWindow library;
    private @Nullable PlaygroundWindow playground;

    HrscopeWindow(Stage stage, Parts parts) {
        this.stage = stage;
        this.parts = parts;
        remembered = new Remembered(parts.remembered().get(), parts.store());
        FxThread fx = new FxThread();
        shell = new Shell(new Texts(), new Theme(), new Jobs(threads, fx));
        remembered.apply(shell.texts(), shell.theme());
        models = models(fx);
        remembered.apply(models.look().layers());
        offer =
                new LargerNetworkOffer(
                        remembered.settings().offered(), () -> library().getRecommended());
        window =
                new MainWindow(
                        shell,
                        models,
                        new Ways(
                                parts.cameras(),
                                parts.pictures(),
                                parts.networks().imported(),
                                parts.networks().imported().resolveSibling("actions"),
                                offer,
                                () -> library().show(),
                                this::showPlayground,
                                () -> FittingScene.askToClose(stage)),
                        remembered);
        models.live()
                .modelFileProperty()
                .subscribe((_, _) -> {
                    if (library != null) library.used(models.opener().model());
                });
    }

    private ViewModels models(FxThread fx) {
        EngineSettings initial = remembered.engine();
        Events events = new Events();
        LiveViewModel live =
                new LiveViewModel(
                        initial, fx, events, listener -> parts.engines().apply(initial, listener));
        Opener opener =
                new Opener(
                        shell.jobs(),
                        live,
                        parts.networks(),
                        events,
                        new CameraModes(remembered.settings().cameras()),
                        remembered.settings().recent());
        return ViewModels.of(
                live, opener, new LayersViewModel(), new Lab(shell.jobs(), events::problem));
    }

    /// Created on first use.
    private LibraryWindow library() {
        LibraryWindow shown = library;
        if (shown == null) {
            Opener opener = models.opener();
            LibraryWindow.Parts ways =
                    new LibraryWindow.Parts(
                            Catalogue::load,
                            parts.library().get(),
                            opener::useModel,
                            file -> opener.open(file.toString()),
                            new BundledRow(opener, shell.texts()));
            shown = new LibraryWindow(shell, stage, ways);
            shown.used(opener.model());
            library = shown;
        }
        return shown;
    }

    private void showPlayground() {
        if (playground == null)
            playground =
                    new PlaygroundWindow(stage, shell.texts(), shell.theme(), shell.controls());
        playground.show();
    }

    /// Shows the window at once; network and source load in the background.
    void show() {
        // Without a size of its own, JavaFX gives a scene its root's preferred one at every
        // snapshot.
        Scene scene = new Scene(new Enlarged(window), WindowPlace.WIDTH, WindowPlace.HEIGHT);
        stage.setScene(scene);
        stage.setTitle("HRScope");
        remembered.place(stage);
        StrandedWindow.watch(stage);
        stage.setOnCloseRequest(event -> {
            if (!new UnfinishedWork(shell.jobs(), this::mayBreakOff).mayEnd()) event.consume();
        });
        stage.setOnHiding(event -> save());
        window.start(scene);
        stage.show();
        shell.jobs().run(HrscopeWindow::icons, stage.getIcons()::setAll, failed -> {});
        models.opener().useModel(remembered.model());
        if (remembered.finder() != null) models.opener().finder().use(remembered.finder());
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

    /// The named source, else the last one, also beside a named network, else the first camera; the demo figure until
    /// one opens, or if none does.
    private void openFirstSource() {
        models.live().open(new SourceSpec.Demo());
        String named = parts.source();
        boolean network = named != null && Opener.network(named);
        if (named != null && network) models.opener().open(named);
        String wanted = named == null || network ? remembered.settings().source() : named;
        if (wanted == null) models.opener().openCamera(parts.cameras());
        else if (!wanted.equals(new SourceSpec.Demo().text())) models.opener().open(wanted);
    }

    private boolean mayBreakOff(List<Job> jobs) {
        String still =
                jobs.stream()
                        .map(job -> JobRow.title(job, shell.texts()))
                        .collect(Collectors.joining("\n"));
        String words = shell.texts().get("quit.unfinished", still);
        return new Question(shell, stage, words, "quit.stay", "quit.leave")
                .asked(() -> jobs.stream().noneMatch(shell.jobs().running()::contains));
    }

    private void save() {
        // First, because it restores what a lesson changed.
        LessonProgress lessons = window.closeLessons();
        remembered.save(
                shell,
                models,
                stage,
                new Remembered.Kept(
                        lessons,
                        window.side().remembered(),
                        window.arrangement(),
                        offer.made(),
                        window.hinted()));
    }

    Shell shell() {
        return shell;
    }

    MainWindow main() {
        return window;
    }

    /// Whether the stage has received a pose.
    boolean posed() {
        return window.posed();
    }

    /// Stops threads and frees native memory.
    ///
    /// @return whether all threads have ended
    boolean close() {
        shell.jobs().giveUp();
        boolean ended = window.stop();
        ended &= models.live().end();
        ended &= threads.end();
        return ended;
    }

    /// Exceptions no handler of the window caught.
    void uncaught(Throwable thrown) {
        Problem problem = Fault.of(thrown);
        if (!uncaught.fresh(problem)) return;
        LOG.error("uncaught in the window", thrown);
        shell.notices().problem(problem);
    }

    /// What happens in the background, told at the foot of the stage.
    private final class Events implements LiveViewModel.Events, Opener.Told {
        /// Of a source or a network; what else is told stays until it is read.
        private @Nullable Problem refused;

        @Override
        public void problem(Problem problem) {
            shell.notices().problem(problem);
        }

        @Override
        public void refused(Problem problem) {
            refused = problem;
            problem(problem);
        }

        @Override
        public void asked() {
            if (refused != null) shell.notices().past(refused);
        }

        @Override
        public void lost(Problem cause) {
            // The sign over the stage says it for as long as it lasts.
        }

        @Override
        public void recovered(SourceInfo info) {
            shell.notices().news(shell.texts().of("camera.back", info.name()));
        }

        @Override
        public void importing(Path checkpoint) {
            shell.notices().news(shell.texts().of("model.importing", checkpoint.getFileName()));
        }

        @Override
        public void proven(ImportProof proof) {
            shell.notices().news(shell.texts().of(() -> proof.in(shell.texts())));
        }
    }
}
