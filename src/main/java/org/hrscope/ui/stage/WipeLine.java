package org.hrscope.ui.stage;

import javafx.scene.Cursor;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.hrscope.ui.common.Styled;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The line between A and B on the stage; it can be dragged. FX thread.
public final class WipeLine extends Pane {
    private static final double REACH = 9;

    public WipeLine(PairLayer layer) {
        setPickOnBounds(false);
        Region line = Styled.as(new Region(), "wipe-line");
        line.setCursor(Cursor.H_RESIZE);
        FontIcon grip = Styled.as(new FontIcon(MaterialDesignA.ARROW_SPLIT_VERTICAL), "wipe-grip");
        grip.setMouseTransparent(true);
        getChildren().addAll(line, grip);
        var wiping = layer.viewProperty().isEqualTo(PairView.WIPE);
        visibleProperty().bind(layer.pairProperty().isNotNull().and(wiping));
        var at = layer.wipeProperty();
        line.layoutXProperty().bind(widthProperty().multiply(at).subtract(REACH));
        line.prefHeightProperty().bind(heightProperty());
        line.setPrefWidth(2 * REACH);
        grip.layoutXProperty().bind(widthProperty().multiply(at).subtract(REACH));
        grip.layoutYProperty().bind(heightProperty().multiply(0.5));
        line.setOnMouseDragged(event -> {
            double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
            at.set(Math.clamp(x / Math.max(1, getWidth()), 0.02, 0.98));
        });
    }
}
