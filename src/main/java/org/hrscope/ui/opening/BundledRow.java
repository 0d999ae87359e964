package org.hrscope.ui.opening;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;

/// The network that comes with the program, above those of the library: as it is, and at the published sizes. FX
/// thread.
public final class BundledRow extends HBox {
    private static final double IN_A_ROW = 440;

    public BundledRow(Opener opener, Texts texts) {
        getStyleClass().add("library-bundled");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Caption(texts, "model.bundled", "panel-title");
        name.setMinWidth(USE_PREF_SIZE);
        Label about = new Caption(texts, "grown.why", "muted");
        about.setWrapText(true);
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        Button use = new TextButton(texts, "library.do.use", () -> opener.useModel(null));
        GrownSizes sizes = new GrownSizes(texts, opener::grow);
        sizes.getChildren().forEach(size -> ((Region) size).setMinWidth(USE_PREF_SIZE));
        use.setMinWidth(USE_PREF_SIZE);
        sizes.getChildren().addFirst(use);
        sizes.setPrefWrapLength(IN_A_ROW);
        sizes.setMinWidth(USE_PREF_SIZE);
        sizes.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(name, about, sizes);
    }
}
