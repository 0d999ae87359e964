package org.hrscope.ui.equation;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.maps.FeatureMapView;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.maps.ScaleView;
import org.jspecify.annotations.Nullable;

/// One map of an equation, with the sign before it, its name and the number of the cell under the pointer. FX thread.
final class TermTile extends HBox {
    /// What stands round the map, in pixels.
    static final double SIGN = 17;

    static final double TEXT = 38;

    private final Label sign = Styled.as(new Label(), "term-sign");
    private final Hyperlink name = new Hyperlink();
    private final Label value = Styled.as(new Label(), "meter-value");
    private final FeatureMapView view;
    private @Nullable FeatureMaps map;

    TermTile(FeatureMapView view) {
        this.view = view;
        getStyleClass().add("term-tile");
        setAlignment(Pos.CENTER_LEFT);
        sign.setMinWidth(SIGN);
        sign.setMaxWidth(SIGN);
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        value.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox column = new VBox(name, view, value);
        column.setMinWidth(0);
        column.setAlignment(Pos.CENTER);
        name.setAlignment(Pos.CENTER);
        HBox.setHgrow(column, Priority.ALWAYS);
        getChildren().addAll(sign, column);
    }

    /// @param full tool tip and screen-reader name
    /// @param open called when the name is clicked; null if it leads nowhere
    void show(String before, String brief, String full, @Nullable Runnable open) {
        sign.setText(before);
        name.setText(brief);
        name.setTooltip(new Tooltip(full));
        name.setVisited(false);
        name.setDisable(open == null);
        name.setOnAction(event -> {
            if (open != null) open.run();
        });
        view.setAccessibleText(full);
    }

    /// Whether its name is whole where it is so wide.
    boolean named(double width) {
        return name.prefWidth(-1) <= width - SIGN;
    }

    void show(FeatureMaps shown, ColourScale colours) {
        map = shown;
        view.show(shown, colours);
    }

    void point(@Nullable MapCell at) {
        FeatureMaps of = map;
        if (at == null || of == null || at.x() >= of.width() || at.y() >= of.height()) {
            view.outline(null);
            value.setText(" ");
            return;
        }
        view.outline(at);
        value.setText(ScaleView.number(of.at(0, at.y(), at.x())));
    }
}
