package org.hrscope.ui.common;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger, laid out in as much less room: a presentation is read from the back row. FX thread.
public final class Enlarged extends Region {
    private final Region content;
    private final DoubleProperty factor = new SimpleDoubleProperty(1);
    private final Scale scale = new Scale();

    public Enlarged(Region content) {
        this.content = content;
        scale.xProperty().bind(factor);
        scale.yProperty().bind(factor);
        content.getTransforms().add(scale);
        content.setManaged(false);
        getChildren().add(content);
        factor.addListener(changed -> requestLayout());
    }

    /// 1 as usual.
    public DoubleProperty factorProperty() {
        return factor;
    }

    @Override
    protected void layoutChildren() {
        double by = factor.get();
        content.resizeRelocate(0, 0, Math.ceil(getWidth() / by), Math.ceil(getHeight() / by));
    }
}
