package org.hrscope.ui.apply;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Scrolled;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A section of the panel under a title that folds it. FX thread.
final class Fold extends VBox {
    private final ToggleButton title = new ToggleButton();

    /// @param id names its title, `apply.ID`
    Fold(String id, Texts texts, Region content, boolean open) {
        getStyleClass().add("apply-fold");
        FontIcon chevron = new FontIcon();
        chevron.iconCodeProperty()
                .bind(
                        Bindings.when(title.selectedProperty())
                                .then(MaterialDesignC.CHEVRON_DOWN)
                                .otherwise(MaterialDesignC.CHEVRON_RIGHT));
        title.setGraphic(chevron);
        title.setId("apply-" + id);
        title.textProperty().bind(texts.of("apply." + id));
        title.setMaxWidth(Double.MAX_VALUE);
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("apply-title");
        title.setSelected(open);
        // What unfolds below the edge would look as if nothing had happened.
        title.setOnAction(event -> {
            if (title.isSelected()) Scrolled.to(this, 0);
        });
        Presence.when(title.selectedProperty(), content);
        getChildren().addAll(title, content);
    }
}
