package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.hrscope.batch.ClipExport;
import org.hrscope.batch.ClipExport.Kind;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.Decoder;
import org.hrscope.export.Angles;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.opening.CameraModes;
import org.hrscope.ui.opening.Networks;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.opening.Silent;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.stage.LayersViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Results of a file, exported behind the window. Jobs run when the test says so.
@ExtendWith(FxToolkit.class)
class ResultsExportTest {
    private static final EngineSettings WHOLE =
            new EngineSettings(Decoder.QUARTER, false, PersonMode.WHOLE_PICTURE, null, 1, false);

    @TempDir Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AtomicReference<EngineListener> engine = new AtomicReference<>();
    private Shell shell;
    private LiveViewModel live;
    private ResultsExport export;

    @BeforeEach
    void open() {
        shell =
                FxToolkit.on(() ->
                        new Shell(new Texts(), new Theme(), new Jobs(waiting::add, Runnable::run)));
        live =
                new LiveViewModel(
                        WHOLE,
                        Runnable::run,
                        new Silent(),
                        listener -> {
                            engine.set(listener);
                            return new PoseEngine(spec -> new DemoSource(), WHOLE, listener);
                        });
        Networks networks =
                new Networks(
                        new ModelOpener(ModelProfile.EMPTY),
                        new CheckpointImport(),
                        folder.resolve("models"),
                        null);
        Opener opener =
                new Opener(
                        shell.jobs(),
                        live,
                        networks,
                        new Silent(),
                        new CameraModes(null),
                        List.of());
        Lab lab = new Lab(shell.jobs(), shell.notices()::problem);
        export = new ResultsExport(shell, ViewModels.of(live, opener, new LayersViewModel(), lab));
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void runAll() {
        while (!waiting.isEmpty()) waiting.remove().run();
    }

    private String told() {
        return ((Label) shell.notices().getChildren().get(1)).getText();
    }

    private boolean isProblem() {
        return shell.notices().isVisible()
                && shell.notices().getStyleClass().contains("notice-problem");
    }

    private ClipExport of(Path source, Path out) {
        return new ClipExport(source.toString(), out, Set.of(Kind.CSV), WHOLE, false, Angles.NONE);
    }

    /// Two sizes of one image, and a text file, which is no image.
    private Path images() throws Exception {
        Path images = Files.createDirectories(folder.resolve("images"));
        for (int size = 40; size <= 80; size += 40) {
            var image =
                    new java.awt.image.BufferedImage(
                            size, size, java.awt.image.BufferedImage.TYPE_INT_RGB);
            javax.imageio.ImageIO.write(image, "png", images.resolve(size + ".png").toFile());
        }
        return images;
    }

    @Test
    void whereNothingPlaysThereIsNothingToExport() throws Exception {
        export.ask(null);
        assertThat(isProblem()).isTrue();
        assertThat(told()).contains("nothing to share yet");
        engine.get().opened(new SourceSpec.Folder(folder), new SourceInfo("x", 1, 1, false));
        shell.notices().hide();
        export.ask(null);
        assertThat(isProblem()).as("without a network").isTrue();
        assertThat(waiting).isEmpty();
    }

    /// They have no end.
    @Test
    void liveSourcesAreRefusedByName() throws Exception {
        live.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
        runAll();
        List<SourceSpec> endless =
                List.of(
                        new SourceSpec.Demo(),
                        SourceSpec.parse("0"),
                        SourceSpec.parse("rtsp://camera.example/door"));
        for (SourceSpec spec : endless) {
            engine.get().opened(spec, new SourceInfo("the door", 0, 30, true));
            shell.notices().hide();
            export.ask(null);
            assertThat(isProblem()).as(spec.text()).isTrue();
            assertThat(told()).contains("no results to export");
        }
        assertThat(waiting).isEmpty();
    }

    /// With no form ticked it ends there; Enter must not tick one.
    @Test
    @Timeout(60)
    void enterTicksNothingAndEndsTheQuestion() throws Exception {
        live.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
        runAll();
        engine.get().opened(new SourceSpec.Folder(folder), new SourceInfo("x", 1, 1, false));
        Platform.runLater(() -> export.ask(null));
        while (FxToolkit.on(() -> boxes().isEmpty())) FxToolkit.rendered();
        FxToolkit.run(() -> {
            List<CheckBox> boxes = boxes();
            boxes.forEach(box -> box.setSelected(false));
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                KeyEvent enter =
                        new KeyEvent(type, "", "", KeyCode.ENTER, false, false, false, false);
                boxes.getFirst().fireEvent(enter);
            }
            boolean ticked = boxes.getFirst().isSelected();
            boolean open = !boxes().isEmpty();
            Window.getWindows().stream().toList().forEach(Window::hide);
            assertThat(ticked).isFalse();
            assertThat(open).isFalse();
        });
    }

    private static List<CheckBox> boxes() {
        return Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".check-box").stream())
                .map(CheckBox.class::cast)
                .toList();
    }

    @Test
    void whatWasWrittenIsSaidWithItsFolder() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        export.start(of(images(), out));
        assertThat(out).as("behind the window").isEmptyDirectory();
        assertThat(shell.jobs().running())
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.name().textKey()).isEqualTo("job.results");
                    assertThat(job.name().subject()).isEqualTo(folder.resolve("images").toString());
                });
        runAll();
        assertThat(isProblem()).isFalse();
        assertThat(told()).isEqualTo(shell.texts().get("results.done", 2, 2, out));
        assertThat(Files.readAllLines(out.resolve("images.csv"))).hasSize(1 + 2);
        assertThat(shell.jobs().running()).isEmpty();
    }

    /// Once more to the same place: what is there is not replaced.
    @Test
    void whatIsThereAlreadyIsNotReplaced() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path before = Files.writeString(out.resolve("images.csv"), "mine");
        export.start(of(images(), out));
        runAll();
        assertThat(isProblem()).isTrue();
        assertThat(told()).contains(before.toString());
        assertThat(before).hasContent("mine");
        assertThat(out.toFile().list()).hasSize(1);
    }

    @Test
    void aDamagedImageIsNamedAndTheOthersAreWritten() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path images = images();
        Files.writeString(images.resolve("60.png"), "no image");
        export.start(of(images, out));
        runAll();
        assertThat(isProblem()).isTrue();
        assertThat(told()).contains("60.png");
        assertThat(Files.readAllLines(out.resolve("images.csv"))).hasSize(1 + 2);
    }

    @Test
    void oneThatIsStoppedSaysNothingAndLeavesNothing() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Job job = export.start(of(images(), out));
        job.cancel();
        runAll();
        assertThat(shell.notices().isVisible()).isFalse();
        assertThat(out).isEmptyDirectory();
        export.start(of(folder.resolve("gone"), out));
        runAll();
        assertThat(isProblem()).isTrue();
        assertThat(told()).contains("gone");
        assertThat(out).isEmptyDirectory();
    }
}
