package org.hrscope.ui.common;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Parent;

/// Light or dark: one style sheet, with colours chosen by the pseudo-class `dark` on each root. FX thread.
public final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET = "/org/hrscope/style/hrscope.css";

    private final BooleanProperty dark = new SimpleBooleanProperty(true);

    public BooleanProperty darkProperty() {
        return dark;
    }

    /// Applies the sheet and theme to `root`, a window's or a pop-up's, now and on every change.
    public void style(Parent root) {
        ObservableList<String> sheets = root.getStylesheets();
        sheets.add(Objects.requireNonNull(Theme.class.getResource(SHEET)).toExternalForm());
        root.getStyleClass().add("themed");
        root.pseudoClassStateChanged(DARK, dark.get());
        dark.addListener((property, before, now) -> root.pseudoClassStateChanged(DARK, now));
    }
}
