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
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.controlsfx.control.PopOver;

/// Light or dark: one style sheet (and [FixedWidth]), with colours chosen by the pseudo-class `dark` on each root. FX
/// thread.
public final class Theme {
    private static final String THEMED = "themed";
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");

    /// Lines of Noto Sans CJK are 1.45 of the font's size high, of Latin fonts 1.15 to 1.25.
    private static final double ROOMY_LINES = 1.3;

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
        popOver.skinProperty()
                .subscribe(skin -> {
                    if (skin == null || !(skin.getNode().lookup(".border") instanceof Shape border))
                        return;
                    popOver.getScene().fillProperty().bind(border.fillProperty());
                });
    }

    /// Applies the sheet and theme to `root`, a window's or a pop-up's, now and on every change.
    public void style(Parent root) {
        ObservableList<String> sheets = root.getStylesheets();
        sheets.add(Objects.requireNonNull(Theme.class.getResource(SHEET)).toExternalForm());
        sheets.add(FixedWidth.sheet());
        root.getStyleClass().add(THEMED);
        root.pseudoClassStateChanged(ROOMY, roomy(Font.getDefault()));
        root.pseudoClassStateChanged(DARK, dark.get());
        dark.addListener(new Follower(root));
    }

    /// Whether the font itself leaves so much between lines that paragraphs need no more, as Chinese systems' fonts do.
    static boolean roomy(Font font) {
        Text line = new Text("Hg");
        line.setFont(font);
        return line.getLayoutBounds().getHeight() > ROOMY_LINES * font.getSize();
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
