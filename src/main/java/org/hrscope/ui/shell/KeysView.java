package org.hrscope.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Texts;

/// The list of shortcuts, taken from the bindings themselves. FX thread.
final class KeysView extends VBox {

    KeysView(Keys keys, Texts texts) {
        getStyleClass().add("keys-view");
        Label title = new Label(texts.get("keys"));
        title.getStyleClass().add("panel-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        int row = 0;
        for (Keys.Binding binding : keys.bindings()) {
            Label key = new Label(binding.keys().getDisplayText());
            key.getStyleClass().add("key-cap");
            grid.addRow(row++, key, new Label(texts.get(binding.textKey())));
        }
        Label drag = new Label(texts.get("keys.pointer"));
        drag.getStyleClass().add("muted");
        drag.setWrapText(true);
        drag.setMaxWidth(340);
        getChildren().addAll(title, grid, drag);
    }
}
