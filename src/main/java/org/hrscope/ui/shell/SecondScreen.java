package org.hrscope.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;

/// The stage alone on another screen, while the window stays on its own: the audience sees the result, the speaker the
/// controls. FX thread.
final class SecondScreen implements Part {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;

    private final Shell shell;
    private final ViewModels models;
    private final StageView first;
    private final Supplier<List<Rectangle2D>> screens;
    private @Nullable Stage other;
    private boolean open;

    /// The screen's bounds while it is open.
    private Rectangle2D place = Rectangle2D.EMPTY;

    /// Made once: it listens to layers, joints and selection, which live as long as the window.
    private @Nullable StageView view;

    /// @param screens bounds of all there are
    SecondScreen(
            Shell shell, ViewModels models, StageView first, Supplier<List<Rectangle2D>> screens) {
        this.shell = shell;
        this.models = models;
        this.first = first;
        this.screens = screens;
    }

    static List<Rectangle2D> connected() {
        return Screen.getScreens().stream().map(Screen::getBounds).toList();
    }

    @Override
    public void bind(Keys keys) {
        keys.on(KeyCode.F11, "present.second", this::toggle, KeyCombination.SHORTCUT_DOWN);
    }

    void toggle() {
        if (open) {
            end();
            return;
        }
        Rectangle2D free = free();
        if (free == null) shell.notices().problem(new Problem("display.oneScreen"));
        else open(free);
    }

    /// One that the window is not on.
    private @Nullable Rectangle2D free() {
        var window = first.getScene().getWindow();
        double x = window.getX() + window.getWidth() / 2;
        double y = window.getY() + window.getHeight() / 2;
        return screens.get().stream()
                .filter(screen -> !screen.contains(x, y))
                .findFirst()
                .orElse(null);
    }

    private void open(Rectangle2D free) {
        place = free;
        StageView shown = view == null ? made() : view;
        view = shown;
        Stage stage = other == null ? made(shown) : other;
        other = stage;
        WindowPlace.put(stage, place);
        open = true;
        stage.show();
        first.getScene().getWindow().requestFocus();
        PipelineResult now = first.shown();
        if (now != null) shown.show(now.retained());
    }

    private StageView made() {
        StageView shown =
                new StageView(
                        models.look().layers(),
                        models.look().joints(),
                        models.selection(),
                        new JointNames(shell.texts()));
        shown.mirrorableProperty().bind(first.mirrorableProperty());
        shell.theme().style(shown);
        return shown;
    }

    private Stage made(StageView shown) {
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.initOwner(first.getScene().getWindow());
        // With a size of its own: else an image of it would shrink it to nothing.
        Scene scene = new Scene(shown, WIDTH, HEIGHT);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setScene(scene);
        stage.setOnHidden(event -> end());
        return stage;
    }

    /// After a click on it the speaker's keys arrive here.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) end();
        else first.fireEvent(event);
        event.consume();
    }

    /// A screen that is unplugged takes its window along, or leaves it over ours. What remains may then begin where the
    /// other one did.
    @Override
    public void update(long now) {
        List<Rectangle2D> all = screens.get();
        if (!open || (all.size() > 1 && all.contains(place))) return;
        end();
        shell.notices().problem(new Problem("display.gone"));
    }

    @Override
    public void show(PipelineResult result) {
        if (open && view != null) view.show(result.retained());
    }

    @Override
    public boolean end() {
        if (!open) return true;
        open = false;
        if (view != null) view.clear();
        if (other != null) other.hide();
        return true;
    }
}
