package org.hrscope.ui.stage;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hrscope.model.AffineTransform2D;

/// Where the picture lies on the stage: fitted and centred until a person zooms or pans. Picture coordinates here are
/// those of its area: pixel p covers p to p + 1. FX thread.
final class Viewport {
    private static final double LARGEST = 40;
    private static final double MARGIN = 0;

    private final ReadOnlyObjectWrapper<AffineTransform2D> toStage =
            new ReadOnlyObjectWrapper<>(AffineTransform2D.IDENTITY);
    private double stageWidth = 1;
    private double stageHeight = 1;
    private double pictureWidth = 1;
    private double pictureHeight = 1;
    private boolean fitted = true;

    ReadOnlyObjectProperty<AffineTransform2D> toStageProperty() {
        return toStage.getReadOnlyProperty();
    }

    AffineTransform2D toStage() {
        return toStage.get();
    }

    AffineTransform2D toPicture() {
        return toStage.get().inverse();
    }

    void stageSize(double width, double height) {
        stageWidth = Math.max(1, width);
        stageHeight = Math.max(1, height);
        if (fitted) fit();
    }

    void pictureSize(double width, double height) {
        if (width == pictureWidth && height == pictureHeight) return;
        pictureWidth = width;
        pictureHeight = height;
        fit();
    }

    private double fittingScale() {
        return Math.min(
                (stageWidth - MARGIN) / pictureWidth, (stageHeight - MARGIN) / pictureHeight);
    }

    void fit() {
        fitted = true;
        double scale = fittingScale();
        show(
                scale,
                (stageWidth - pictureWidth * scale) / 2,
                (stageHeight - pictureHeight * scale) / 2);
    }

    /// Larger or smaller by `factor`; what lies under (x, y) of the stage stays there.
    void zoom(double factor, double x, double y) {
        AffineTransform2D now = toStage.get();
        double scale = Math.clamp(now.a() * factor, fittingScale() / 2, LARGEST);
        double ratio = scale / now.a();
        fitted = false;
        show(scale, x - (x - now.c()) * ratio, y - (y - now.f()) * ratio);
    }

    void zoomAtCentre(double factor) {
        zoom(factor, stageWidth / 2, stageHeight / 2);
    }

    void pan(double dx, double dy) {
        AffineTransform2D now = toStage.get();
        fitted = false;
        show(now.a(), now.c() + dx, now.f() + dy);
    }

    /// At least a corner of the picture stays on the stage.
    private void show(double scale, double x, double y) {
        double keep = 40;
        double left = Math.clamp(x, keep - pictureWidth * scale, Math.max(keep, stageWidth - keep));
        double top =
                Math.clamp(y, keep - pictureHeight * scale, Math.max(keep, stageHeight - keep));
        toStage.set(AffineTransform2D.scaleThenShift(scale, scale, left, top));
    }
}
