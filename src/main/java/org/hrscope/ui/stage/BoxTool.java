package org.hrscope.ui.stage;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import org.hrscope.domain.BoundingBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Draws the box in which the network looks for a person. FX thread.
public final class BoxTool implements StageTool {
    /// In pixels of the stage; a smaller one is a slip of the hand.
    private static final double SMALLEST = 12;

    private final Consumer<BoundingBox> drawn;
    private final Rectangle band = new Rectangle();
    private @Nullable StagePointer start;

    /// @param drawn takes a box in image pixels
    public BoxTool(Consumer<BoundingBox> drawn) {
        this.drawn = drawn;
        band.getStyleClass().add("rubber-band");
        band.setVisible(false);
    }

    @Override
    public Face face() {
        return new Face("box", MaterialDesignS.SELECT_DRAG, KeyCode.B);
    }

    @Override
    public boolean press(StagePointer at) {
        start = at;
        return true;
    }

    @Override
    public void drag(StagePointer at) {
        StagePointer start = this.start;
        if (start == null) return;
        double x = at.event().getX();
        double y = at.event().getY();
        double fromX = start.event().getX();
        double fromY = start.event().getY();
        band.setX(Math.min(fromX, x));
        band.setY(Math.min(fromY, y));
        band.setWidth(Math.abs(fromX - x));
        band.setHeight(Math.abs(fromY - y));
        band.setVisible(true);
    }

    @Override
    public void release(StagePointer at) {
        StagePointer start = this.start;
        this.start = null;
        boolean meant = band.isVisible() && Math.min(band.getWidth(), band.getHeight()) >= SMALLEST;
        band.setVisible(false);
        if (start == null || !meant) return;
        drawn.accept(
                new BoundingBox(
                        Math.min(start.x(), at.x()),
                        Math.min(start.y(), at.y()),
                        Math.abs(start.x() - at.x()),
                        Math.abs(start.y() - at.y())));
    }

    @Override
    public Node marks() {
        return band;
    }
}
