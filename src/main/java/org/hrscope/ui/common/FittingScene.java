package org.hrscope.ui.common;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;

/// Scenes of secondary windows. FX thread.
public final class FittingScene {
    private static final double TITLE = 40;

    private FittingScene() {}

    /// As large as wished, if the screen is.
    public static Scene of(Parent root, double width, double height) {
        Rectangle2D area = Screen.getPrimary().getVisualBounds();
        return new Scene(
                root, Math.min(width, area.getWidth()), Math.min(height, area.getHeight() - TITLE));
    }
}
