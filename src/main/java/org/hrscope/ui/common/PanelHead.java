package org.hrscope.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The first row of a side panel: its title, and what acts on all of it at the right. FX thread.
public final class PanelHead extends HBox {
    /// @param titleKey names the text
    public PanelHead(Texts texts, String titleKey, Node... tools) {
        this(texts.of(titleKey), tools);
    }

    public PanelHead(ObservableValue<String> text, Node... tools) {
        getStyleClass().add("panel-head");
        Label title = Paragraph.of(new Caption(text, "panel-title"));
        title.setMaxWidth(Double.MAX_VALUE);
        setHgrow(title, Priority.ALWAYS);
        getChildren().add(title);
        getChildren().addAll(tools);
    }
}
