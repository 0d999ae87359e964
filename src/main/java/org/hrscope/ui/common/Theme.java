package org.hrscope.ui.common;

import java.lang.ref.WeakReference;
import java.util.Objects;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Shape;
import org.controlsfx.control.PopOver;

/// Light or dark: one style sheet, with colours chosen by the pseudo-class `dark` on each root. FX thread.
public final class Theme {
    private static final String THEMED = "themed";
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET = "/org/hrscope/style/hrscope.css";

    private final BooleanProperty dark = new SimpleBooleanProperty(true);

    public BooleanProperty darkProperty() {
        return dark;
    }

    /// A pop-over with this content, which stays attached to what it was opened from.
    public PopOver popOver(Node content, PopOver.ArrowLocation arrow) {
        PopOver popOver = new PopOver(content);
        popOver.setArrowLocation(arrow);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        style(popOver);
        return popOver;
    }

    /// The same for a pop-over. Its skin replaces the style classes of the root by those of the pop-over.
    public void style(PopOver popOver) {
        popOver.getStyleClass().add(THEMED);
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) opaque(popOver);
        style(popOver.getRoot());
    }

    /// Where windows cannot be transparent: beside the arrow and outside the corners, where no node reaches, it would
    /// be white.
    static void opaque(PopOver popOver) {
        popOver.skinProperty().subscribe(skin -> {
            if (skin == null || !(skin.getNode().lookup(".border") instanceof Shape border)) return;
            popOver.getScene().fillProperty().bind(border.fillProperty());
        });
    }

    /// Applies the sheet and theme to `root`, a window's or a pop-up's, now and on every change.
    public void style(Parent root) {
        ObservableList<String> sheets = root.getStylesheets();
        sheets.add(Objects.requireNonNull(Theme.class.getResource(SHEET)).toExternalForm());
        root.getStyleClass().add(THEMED);
        root.pseudoClassStateChanged(DARK, dark.get());
        dark.addListener(new Follower(root));
    }

    /// Lets go of a root that nobody shows any more: dialogs and pop-ups are made anew each time.
    private static final class Follower implements ChangeListener<Boolean> {
        private final WeakReference<Parent> of;

        Follower(Parent root) {
            of = new WeakReference<>(root);
        }

        @Override
        public void changed(
                ObservableValue<? extends Boolean> property, Boolean before, Boolean now) {
            Parent root = of.get();
            if (root == null) property.removeListener(this);
            else root.pseudoClassStateChanged(DARK, now);
        }
    }
}
