package org.hrscope.ui.common;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// Scenes of secondary windows. FX thread.
public final class FittingScene {
    private static final double TITLE = 40;

    private FittingScene() {}

    /// As large as wished, if the screen is. Escape closes the window, and what quits the program in the main one does so
    /// here.
    public static Scene of(Stage stage, Parent root, double width, double height) {
        Rectangle2D area = Screen.getPrimary().getVisualBounds();
        Scene scene =
                new Scene(
                        root,
                        Math.min(width, area.getWidth()),
                        Math.min(height, area.getHeight() - TITLE));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN),
                        () -> askToClose(stage.getOwner()));
        return scene;
    }

    /// As with a click on the window's cross.
    public static void askToClose(Window window) {
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
