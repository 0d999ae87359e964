package org.hrscope.ui.opening;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Texts;

/// Lies over the stage while something that can be opened is dragged over the window, and says so. FX thread.
public final class DropSign extends StackPane {

    public DropSign(Texts texts) {
        getStyleClass().add("drop-sign");
        Label words = new Caption(texts, "drop.here", "drop-words");
        Paragraph.of(words);
        getChildren().add(words);
        setMouseTransparent(true);
        setVisible(false);
    }
}
