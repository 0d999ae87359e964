package org.hrscope.ui.common;

import javafx.scene.control.MenuItem;

/// A menu item, as a rule in the window's language. FX thread.
public final class TextItem extends MenuItem {
    public TextItem(Texts texts, String key, Runnable action) {
        textProperty().bind(texts.of(key));
        setOnAction(event -> action.run());
    }

    /// One that reads `words` as they are: names have underscores, which are no mnemonics.
    public TextItem(String words, Runnable action) {
        super(words);
        setMnemonicParsing(false);
        setOnAction(event -> action.run());
    }
}
