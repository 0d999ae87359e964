package org.hrscope.ui.joints;

import javafx.scene.layout.Region;

/// A score bar that fills from the left; changing it causes no layout. FX thread.
final class ScoreBar extends Region {
    private final Region filled = new Region();
    private double value;

    ScoreBar() {
        getStyleClass().add("score-bar");
        filled.getStyleClass().add("score-fill");
        filled.setManaged(false);
        getChildren().add(filled);
    }

    void show(double score) {
        value = Math.clamp(score, 0, 1);
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
