package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.hrscope.capture.CameraInfo;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.player.LiveViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The menu of sources. Cameras are looked for when the test says so; nothing that is chosen is really opened.
@ExtendWith(FxToolkit.class)
class SourceMenuTest {
    @TempDir Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<SourceSpec> opened = new ArrayList<>();
    private final AtomicReference<EngineListener> engine = new AtomicReference<>();
    private Callable<List<CameraInfo>> cameras =
            () -> List.of(new CameraInfo(0, "USB_Cam_2"), new CameraInfo(1, "Door"));
    private Shell shell;
    private LiveViewModel live;
    private Opener opener;
    private SourceMenu menu;

    @BeforeEach
    void open() {
        live =
                new LiveViewModel(
                        EngineSettings.standard(),
                        Runnable::run,
                        new Silent(),
                        listener -> {
                            engine.set(listener);
                            return new PoseEngine(
                                    spec -> {
                                        synchronized (opened) {
                                            opened.add(spec);
                                        }
                                        return new DemoSource();
                                    },
                                    EngineSettings.standard(),
                                    new Deaf());
                        });
        FxToolkit.run(() -> {
            shell = new Shell(new Texts(), new Theme(), new Jobs(waiting::add, Runnable::run));
            opener =
                    new Opener(
                            shell.jobs(),
                            live,
                            new Networks(
                                    new ModelOpener(ModelProfile.EMPTY),
                                    new CheckpointImport(),
                                    folder.resolve("models"),
                                    null),
                            new Silent(),
                            new CameraModes(null),
                            List.of("a_b.mp4", "https://door.example/live"));
            menu = new SourceMenu(shell, live, opener, () -> cameras.call());
        });
    }

    /// What plays is told by the test alone.
    private static final class Deaf implements EngineListener {
        @Override
        public void problem(Problem problem) {}

        @Override
        public void recovered(SourceSpec spec, SourceInfo info) {}
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void show() {
        FxToolkit.run(() -> Event.fireEvent(menu, new Event(MenuButton.ON_SHOWING)));
    }

    private void look() {
        FxToolkit.run(() -> {
            while (!waiting.isEmpty()) waiting.remove().run();
        });
    }

    /// All items, those in place of a camera by their words.
    private List<String> items() {
        return menu.getItems().stream()
                .map(item ->
                        item instanceof CustomMenuItem custom
                                        && custom.getContent() instanceof Label label
                                ? label.getText()
                                : String.valueOf(item.getText()))
                .toList();
    }

    private MenuItem item(String text) {
        return menu.getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private SourceSpec chosen(MenuItem item) throws InterruptedException {
        synchronized (opened) {
            opened.clear();
        }
        FxToolkit.run(item::fire);
        look();
        for (int i = 0; i < 2000; i++) {
            synchronized (opened) {
                if (!opened.isEmpty()) return opened.getLast();
            }
            Thread.sleep(5);
        }
        throw new AssertionError("nothing is opened");
    }

    @Test
    void camerasAreLookedForEachTimeAndListedFirst() throws Exception {
        assertThat(items().getFirst()).isEqualTo(shell.texts().get("source.noCamera"));
        show();
        assertThat(items().getFirst()).isEqualTo(shell.texts().get("source.looking"));
        look();
        assertThat(items()).startsWith("USB_Cam_2").contains("Door");
        MenuItem camera = item("USB_Cam_2");
        assertThat(camera.isMnemonicParsing()).as("its underscores are seen").isFalse();
        assertThat(chosen(camera)).isInstanceOf(SourceSpec.Camera.class);
        assertThat(chosen(item("Door")).text()).isEqualTo("camera:1");
        // It has been unplugged since.
        cameras = List::of;
        show();
        look();
        assertThat(items().getFirst()).isEqualTo(shell.texts().get("source.noCamera"));
        assertThat(items()).doesNotContain("Door");
    }

    /// A driver may fail in any way: the rest of the menu is there.
    @Test
    void whereCamerasCannotBeLookedForTheRestIsThere() throws Exception {
        cameras =
                () -> {
                    throw new UnsatisfiedLinkError("no opencv_videoio");
                };
        show();
        look();
        assertThat(items().getFirst()).isEqualTo(shell.texts().get("source.noCamera"));
        assertThat(chosen(item(shell.texts().get("source.demo")))).isEqualTo(new SourceSpec.Demo());
        cameras =
                () -> {
                    throw new IOException("busy");
                };
        show();
        look();
        assertThat(items()).contains(shell.texts().get("source.file"));
    }

    @Test
    void aModeIsChosenForOneCameraAndOpensItAnew() throws Exception {
        show();
        look();
        Menu modes = (Menu) item(shell.texts().get("camera.mode", "Door"));
        RadioMenuItem large =
                modes.getItems().stream()
                        .filter(each -> "1920 × 1080".equals(each.getText()))
                        .map(RadioMenuItem.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(large.isSelected()).isFalse();
        assertThat(chosen(large).text()).isEqualTo("camera:1?size=1920x1080");
        show();
        look();
        Menu again = (Menu) item(shell.texts().get("camera.mode", "Door"));
        assertThat(again.getItems())
                .filteredOn(each -> each instanceof RadioMenuItem radio && radio.isSelected())
                .extracting(MenuItem::getText)
                .containsExactly("1920 × 1080", shell.texts().get("camera.mode.own"));
        MenuItem rate =
                again.getItems().stream()
                        .filter(each ->
                                shell.texts().get("camera.mode.rate", 15).equals(each.getText()))
                        .findFirst()
                        .orElseThrow();
        assertThat(chosen(rate).text()).isEqualTo("camera:1?size=1920x1080&fps=15");
        assertThat(chosen(item("USB_Cam_2")).text()).as("the other one").isEqualTo("camera:0");
    }

    @Test
    void recentSourcesOpenAgain() throws Exception {
        show();
        Menu recent = (Menu) item(shell.texts().get("source.recent"));
        assertThat(recent.isDisable()).isFalse();
        assertThat(recent.getItems())
                .extracting(MenuItem::getText)
                .containsExactly("a_b.mp4", "https://door.example/live");
        assertThat(recent.getItems().getFirst().isMnemonicParsing()).isFalse();
        assertThat(chosen(recent.getItems().getLast()).text())
                .isEqualTo("https://door.example/live");
        // The other one is no longer there.
        FxToolkit.run(recent.getItems().getFirst()::fire);
        look();
        show();
        assertThat(((Menu) item(shell.texts().get("source.recent"))).isDisable()).isTrue();
    }

    @Test
    void theLabelNamesWhatPlays() {
        assertThat(SourceMenu.name(live, shell.texts()))
                .isEqualTo(shell.texts().get("source.none"));
        SourceInfo info = new SourceInfo("figure", 0, 30, false);
        engine.get().opened(new SourceSpec.Demo(), info);
        assertThat(SourceMenu.name(live, shell.texts()))
                .isEqualTo(shell.texts().get("source.demo"));
        engine.get().opened(new SourceSpec.Demo(DemoScene.SQUAT), info);
        assertThat(SourceMenu.name(live, shell.texts()))
                .isEqualTo(shell.texts().get("sample." + DemoScene.SQUAT.id()));
        Path file = folder.resolve("my_clip.mp4");
        engine.get()
                .opened(new SourceSpec.Video(file), new SourceInfo("my_clip.mp4", 9, 30, false));
        assertThat(SourceMenu.name(live, shell.texts())).isEqualTo("my_clip.mp4");
    }
}
