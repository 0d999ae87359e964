package org.hrscope.ui.shell;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoScenes;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.library.Downloader;
import org.hrscope.library.ModelStore;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.settings.Settings;
import org.hrscope.settings.SettingsStore;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.Pointer;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.opening.Networks;

/// The whole program's window on the demo figure, headless, used as a person would: by keys and clicks.
final class OpenWindow implements AutoCloseable {
    private final HrscopeWindow window;
    private final Stage stage;

    /// @param folder for settings and networks
    OpenWindow(Path folder) throws InterruptedException {
        stage = FxToolkit.on(Stage::new);
        window =
                FxToolkit.on(() -> {
                    HrscopeWindow made = new HrscopeWindow(stage, parts(folder));
                    made.show();
                    return made;
                });
        while (!FxToolkit.on(window::posed) || find(".network-view").isEmpty() || !mapped()) {
            Thread.sleep(20);
        }
        press(KeyCode.SPACE);
        // Else the first hints come at some time of their own.
        choose(".help-menu", "help.hints");
        press(KeyCode.ESCAPE);
        // A hint that is still fading takes the arrows.
        while (!others().isEmpty()) FxToolkit.rendered();
    }

    private boolean mapped() {
        return main().view().models().network().networkProperty().get() != null;
    }

    private static HrscopeWindow.Parts parts(Path folder) {
        return new HrscopeWindow.Parts(
                (settings, listener) -> new PoseEngine(OpenWindow::opened, settings, listener),
                List::of,
                new Networks(
                        new ModelOpener(ModelProfile.EMPTY),
                        new CheckpointImport(),
                        folder.resolve("models"),
                        null),
                Settings::first,
                new SettingsStore(folder),
                () ->
                        new ModelStore(
                                folder,
                                new Downloader(ProxySelector.of(null)),
                                new CheckpointImport()),
                folder,
                "demo");
    }

    /// The demo figure for everything but a still scene.
    private static FrameSource opened(SourceSpec spec) {
        return spec instanceof SourceSpec.Demo(DemoScene scene) && scene.still()
                ? DemoScenes.open(scene)
                : new DemoSource();
    }

    Parent root() {
        return stage.getScene().getRoot();
    }

    MainWindow main() {
        return window.main();
    }

    Texts texts() {
        return window.shell().texts();
    }

    Stage stage() {
        return stage;
    }

    /// The least height of the window has a title bar in it, which a headless one lacks.
    void resize(double width, double height) {
        FxToolkit.run(() -> {
            stage.setMinHeight(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        FxToolkit.rendered();
    }

    void language(Locale language) {
        FxToolkit.run(() -> {
            for (Node node : root().lookupAll(".menu-button")) {
                ((MenuButton) node)
                        .getItems().stream()
                                .filter(item ->
                                        language.getDisplayLanguage(language)
                                                .equals(item.getText()))
                                .forEach(item -> {
                                    ((RadioMenuItem) item).setSelected(true);
                                    item.fire();
                                });
            }
        });
    }

    void dark(boolean now) {
        FxToolkit.run(() -> window.shell().theme().darkProperty().set(now));
    }

    /// The visible nodes that match.
    List<Node> find(String selector) {
        return FxToolkit.on(() -> found(root(), selector));
    }

    static List<Node> found(Parent root, String selector) {
        return root.lookupAll(selector).stream().filter(OpenWindow::seen).toList();
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) if (!n.isVisible()) return false;
        return true;
    }

    /// Presses the visible button at this place among those that match.
    void fire(String selector, int index) {
        Node node = find(selector).get(index);
        FxToolkit.run(((ButtonBase) node)::fire);
    }

    void press(KeyCode code) {
        press(code, false, false);
    }

    /// A key in the window that has the focus, or would have it.
    void press(KeyCode code, boolean shift, boolean control) {
        FxToolkit.run(() -> press(stage.getScene(), code, shift, control));
    }

    static void press(Scene scene, KeyCode code, boolean shift, boolean control) {
        Node focused = scene.getFocusOwner();
        Event.fireEvent(
                Objects.requireNonNullElse(focused, scene.getRoot()),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    /// The same for what opens a dialog, which keeps the FX thread until it is closed.
    void pressLater(KeyCode code, boolean shift, boolean control) {
        Platform.runLater(() -> press(stage.getScene(), code, shift, control));
        FxToolkit.rendered();
    }

    /// Chooses the item with this text from a menu.
    void choose(String menu, String textKey) {
        FxToolkit.run(choice(menu, textKey));
    }

    /// The same for what opens a dialog, which keeps the FX thread until it is closed.
    void chooseLater(String menu, String textKey) {
        Platform.runLater(choice(menu, textKey));
        FxToolkit.rendered();
    }

    private Runnable choice(String menu, String textKey) {
        MenuButton button = (MenuButton) find(menu).getFirst();
        String words = window.shell().texts().get(textKey);
        return () -> {
            // Some menus are made when they open.
            button.show();
            button.hide();
            button.getItems().stream()
                    .filter(item -> words.equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        };
    }

    /// From now on results are of this source; the frames are still the demo figure's.
    void source(SourceSpec source) {
        FxToolkit.run(() -> main().view().models().opener().open(source));
        while (!source.equals(FxToolkit.on(main().view().models().live().sourceProperty()::get))) {
            FxToolkit.rendered();
        }
    }

    void click(Node node) {
        FxToolkit.run(() -> Pointer.fire(node, MouseEvent.MOUSE_CLICKED, 1, 1));
    }

    /// A listed job that ends with the latch.
    void run(String textKey, String subject, CountDownLatch end) {
        FxToolkit.run(() ->
                window.shell()
                        .jobs()
                        .run(
                                new Job.Name(new Object(), textKey, subject),
                                progress -> {
                                    progress.at(36, 114);
                                    end.await();
                                    return subject;
                                },
                                Jobs.Outcome.of(done -> {}, failed -> {})));
    }

    /// The windows of the program besides the main one.
    List<Window> others() {
        return FxToolkit.on(() ->
                Window.getWindows().stream()
                        .filter(each -> each.isShowing() && each != stage)
                        .filter(each -> each instanceof Stage || each instanceof PopOver)
                        .toList());
    }

    void hideNotice() {
        FxToolkit.run(() -> window.shell().notices().hide());
    }

    @Override
    public void close() {
        for (Window other : others()) FxToolkit.run(other::hide);
        FxToolkit.run(() -> {
            stage.hide();
            window.close();
        });
    }
}
