package org.hrscope.ui.common;

import javafx.scene.layout.Region;

/// A bar that fills from the left; changing it causes no layout. FX thread.
public final class ScoreBar extends Region {
    private final Region filled = new Region();
    private double value;

    public ScoreBar() {
        this("score-fill");
    }

    /// @param fill style class of the filled part
    public ScoreBar(String fill) {
        getStyleClass().add("score-bar");
        filled.getStyleClass().add(fill);
        filled.setManaged(false);
        getChildren().add(filled);
    }

    /// @param share 0..1
    public void show(double share) {
        value = Math.clamp(share, 0, 1);
        place();
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        filled.resizeRelocate(0, 0, Math.rint(getWidth() * value), getHeight());
    }
}
