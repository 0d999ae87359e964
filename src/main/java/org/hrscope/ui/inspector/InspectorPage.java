package org.hrscope.ui.inspector;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;

/// What the inspector shows of the open node.
enum InspectorPage {
    MAPS,
    EQUATION,
    WEIGHTS;

    /// One button each. FX thread.
    static HBox buttons(ObjectProperty<InspectorPage> page, Controls controls, Texts texts) {
        HBox row = new HBox();
        row.getStyleClass().add("inspector-pages");
        Map<InspectorPage, ToggleButton> all = new EnumMap<>(InspectorPage.class);
        for (InspectorPage each : values()) {
            String key = "inspector.view." + each.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(texts.of(key));
            controls.named(button, key + ".what");
            button.setMinWidth(HBox.USE_PREF_SIZE);
            button.setOnAction(event -> {
                page.set(each);
                button.setSelected(true);
            });
            all.put(each, button);
            row.getChildren().add(button);
        }
        page.subscribe(now -> all.forEach((each, button) -> button.setSelected(each == now)));
        return row;
    }
}
