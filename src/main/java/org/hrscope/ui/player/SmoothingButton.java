package org.hrscope.ui.player;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.controlsfx.control.PopOver;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.RecentPoses;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.selection.Selection;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Lit while the poses on stage are smoothed; a click opens the settings. FX thread.
public final class SmoothingButton extends Button {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final SmoothingViewModel model;
    private final SmoothingView view;
    private final PopOver popOver;

    public SmoothingButton(
            Shell shell,
            SmoothingViewModel model,
            RecentPoses recent,
            Selection selection,
            ObservableValue<Skeleton> skeleton) {
        this.model = model;
        view = new SmoothingView(model, recent, selection, skeleton, shell.texts());
        popOver = shell.theme().popOver(view, PopOver.ArrowLocation.TOP_CENTER);
        setGraphic(new FontIcon(MaterialDesignS.SINE_WAVE));
        getStyleClass().addAll("icon-button", "smoothing-button");
        shell.controls().named(this, "smoothing.open");
        setOnAction(event -> toggle());
        Changes.now(this::light, model.onProperty());
    }

    private void light() {
        pseudoClassStateChanged(ON, model.onProperty().get());
    }

    /// Opens the settings, or shuts them.
    public void toggle() {
        if (popOver.isShowing()) popOver.hide();
        else popOver.show(this);
    }

    /// Draws the curve, where it is seen.
    public void pulse() {
        if (popOver.isShowing()) view.pulse();
    }

    public SmoothingViewModel model() {
        return model;
    }
}
