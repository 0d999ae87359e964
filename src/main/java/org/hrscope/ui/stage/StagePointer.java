package org.hrscope.ui.stage;

import javafx.scene.input.MouseEvent;
import org.hrscope.domain.AffineTransform2D;

/// Where the pointer is on the stage.
///
/// @param event in pixels of the stage
/// @param x     in image pixels, from the left edge of the first one, mirrored or not
/// @param y     in image pixels, from the upper edge of the first one
public record StagePointer(MouseEvent event, double x, double y) {
    static StagePointer of(MouseEvent event, AffineTransform2D toImage) {
        return new StagePointer(
                event,
                toImage.x(event.getX(), event.getY()),
                toImage.y(event.getX(), event.getY()));
    }
}
