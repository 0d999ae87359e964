package org.hrscope.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/// Keeps the title bar on the screen when a window opens: some window managers put what is inside of the frame at the
/// place of the frame, and the title bar above the screen. They do so at once, or a moment later on a busy machine;
/// after that, a person may move the window anywhere. FX thread.
final class TitleBar {
    private static final Duration FIRST = Duration.millis(300);

    /// Each after twice the time of the one before: two seconds in all.
    private static final int LOOKS = 3;

    private final Stage stage;
    private final Rectangle2D place;
    private final double top;
    private final PauseTransition pause = new PauseTransition(FIRST);
    private int looks;

    private TitleBar(Stage stage, Rectangle2D place, double top) {
        this.stage = stage;
        this.place = place;
        this.top = top;
        pause.setOnFinished(event -> look());
    }

    /// @param place where the window is to be
    /// @param top   of what is visible
    static void keep(Stage stage, Rectangle2D place, double top) {
        TitleBar kept = new TitleBar(stage, place, top);
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> kept.pause.play());
    }

    private void look() {
        if (stage.isMaximized() || stage.isFullScreen() || !stage.isShowing()) return;
        if (stage.getY() < top) {
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
        }
        if (++looks == LOOKS) return;
        pause.setDuration(pause.getDuration().multiply(2));
        pause.playFromStart();
    }
}
