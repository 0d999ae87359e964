package org.hrscope.ui.shell;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Texts;

/// The list of shortcuts, taken from the bindings themselves, in two columns: one would be taller than a small screen.
/// FX thread.
final class KeysView extends VBox {

    KeysView(Keys keys, Texts texts) {
        getStyleClass().add("keys-view");
        Label title = new Label(texts.get("keys"));
        title.getStyleClass().add("panel-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        List<Keys.Binding> all = keys.bindings();
        int rows = (all.size() + 1) / 2;
        for (int i = 0; i < all.size(); i++) {
            Keys.Binding binding = all.get(i);
            Label key = new Label(binding.keys().getDisplayText());
            key.getStyleClass().add("key-cap");
            grid.add(key, i / rows * 2, i % rows);
            grid.add(new Label(texts.get(binding.textKey())), i / rows * 2 + 1, i % rows);
        }
        Label drag = new Label(texts.get("keys.pointer"));
        drag.getStyleClass().add("muted");
        drag.setWrapText(true);
        drag.setMaxWidth(680);
        getChildren().addAll(title, grid, drag);
    }
}
