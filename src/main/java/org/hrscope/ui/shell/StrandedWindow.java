package org.hrscope.ui.shell;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.hrscope.settings.Settings;

/// Brings the window back after its screen was unplugged: some window managers leave it where nobody sees it. FX
/// thread.
final class StrandedWindow {
    /// The window manager goes first.
    private static final Duration SETTLING = Duration.seconds(1);

    private final Stage stage;
    private final PauseTransition settling = new PauseTransition(SETTLING);

    private StrandedWindow(Stage stage) {
        this.stage = stage;
        settling.setOnFinished(event -> look());
    }

    /// From now on until it is closed.
    static void watch(Stage stage) {
        StrandedWindow watched = new StrandedWindow(stage);
        InvalidationListener changed = screens -> watched.settling.playFromStart();
        Screen.getScreens().addListener(changed);
        stage.addEventHandler(
                WindowEvent.WINDOW_HIDDEN, event -> Screen.getScreens().removeListener(changed));
    }

    private void look() {
        if (stage.isMaximized() || stage.isFullScreen() || stage.isIconified()) return;
        Settings.Bounds now =
                new Settings.Bounds(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        List<Rectangle2D> areas =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        WindowPlace.back(now, areas).ifPresent(place -> WindowPlace.put(stage, place));
    }
}
