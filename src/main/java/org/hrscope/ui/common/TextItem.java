package org.hrscope.ui.common;

import javafx.scene.control.MenuItem;

/// A menu item in the window's language. FX thread.
public final class TextItem extends MenuItem {
    public TextItem(Texts texts, String key, Runnable action) {
        textProperty().bind(texts.of(key));
        setOnAction(event -> action.run());
    }
}
