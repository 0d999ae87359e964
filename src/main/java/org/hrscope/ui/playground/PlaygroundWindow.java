package org.hrscope.ui.playground;

import javafx.stage.Stage;
import javafx.stage.Window;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FittingScene;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;

/// The playground in a window of its own. Its settings last until the program ends. FX thread.
public final class PlaygroundWindow {
    private static final double WIDTH = 1160;
    private static final double HEIGHT = 820;

    private final Stage stage = new Stage();
    private final PlaygroundViewModel model = new PlaygroundViewModel();

    public PlaygroundWindow(Window owner, Texts texts, Theme theme, Controls controls) {
        PlaygroundView view = new PlaygroundView(model, texts, controls, theme);
        theme.style(view);
        stage.initOwner(owner);
        stage.setScene(FittingScene.of(stage, view, WIDTH, HEIGHT));
        stage.titleProperty().bind(texts.of("playground"));
        stage.setMinWidth(420);
        stage.setMinHeight(480);
        stage.setOnHidden(event -> model.playingProperty().set(false));
    }

    /// A lesson's settings.
    public PlaygroundViewModel model() {
        return model;
    }

    public void show() {
        stage.show();
        stage.toFront();
    }
}
