package org.hrscope.ui.stage;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;

/// Where the image is on the stage: fitted until the user zooms or pans, in the middle or below what stands at the upper
/// edge, mirrored where that is wanted. Image coordinates here are areas: pixel p covers p to p + 1. FX thread.
public final class Viewport {
    private final double largest;
    private final double margin;

    private final ReadOnlyObjectWrapper<AffineTransform2D> toStage =
            new ReadOnlyObjectWrapper<>(AffineTransform2D.IDENTITY);
    private final BooleanProperty mirrored = new SimpleBooleanProperty();

    /// Not mirrored.
    private AffineTransform2D placed = AffineTransform2D.IDENTITY;

    private double covered;
    private double above;
    private double stageWidth = 1;
    private double stageHeight = 1;
    private double pictureWidth = 1;
    private double pictureHeight = 1;
    private boolean fitted = true;

    /// @param largest stage pixels per image pixel
    /// @param margin  total margin on both sides when fitted
    public Viewport(double largest, double margin) {
        this.largest = largest;
        this.margin = margin;
        mirrored.subscribe((_, _) -> {
            if (fitted) fit();
            else place(placed);
        });
    }

    /// Whether the image is turned over at the middle of the stage.
    public BooleanProperty mirroredProperty() {
        return mirrored;
    }

    public ReadOnlyObjectProperty<AffineTransform2D> toStageProperty() {
        return toStage.getReadOnlyProperty();
    }

    public AffineTransform2D toStage() {
        return toStage.get();
    }

    public AffineTransform2D toPicture() {
        return toStage.get().inverse();
    }

    public void stageSize(double width, double height) {
        stageWidth = Math.max(1, width);
        stageHeight = Math.max(1, height);
        if (fitted) fit();
    }

    /// What stands over the stage at its left edge: a fitted image does not reach below it, and stays in the middle.
    void covered(double width) {
        covered = width;
        if (fitted) fit();
    }

    /// What stands over the stage at its upper edge: a fitted image makes room for it where there is some left below.
    public void above(double height) {
        above = height;
        if (fitted) fit();
    }

    public void pictureSize(double width, double height) {
        if (width == pictureWidth && height == pictureHeight) return;
        pictureWidth = width;
        pictureHeight = height;
        fit();
    }

    private double fittingScale() {
        return Math.min(
                Math.max(1, stageWidth - Math.max(margin, 2 * covered)) / pictureWidth,
                Math.max(1, stageHeight - margin) / pictureHeight);
    }

    public void fit() {
        fitted = true;
        double scale = fittingScale();
        double free = Math.max(0, stageHeight - pictureHeight * scale);
        show(scale, (stageWidth - pictureWidth * scale) / 2, Math.clamp(above, free / 2, free));
    }

    /// Zooms by `factor` around the stage point (x, y).
    public void zoom(double factor, double x, double y) {
        AffineTransform2D now = placed;
        double scale = now.a() * factor;
        // Of an image a few pixels wide, half the fitting scale is more than the largest.
        scale = Math.max(fittingScale() / 2, Math.min(scale, Math.max(largest, fittingScale())));
        double ratio = scale / now.a();
        double at = mirrored.get() ? stageWidth - x : x;
        fitted = false;
        show(scale, at - (at - now.c()) * ratio, y - (y - now.f()) * ratio);
    }

    public void zoomAtCentre(double factor) {
        zoom(factor, stageWidth / 2, stageHeight / 2);
    }

    public void pan(double dx, double dy) {
        fitted = false;
        show(placed.a(), placed.c() + (mirrored.get() ? -dx : dx), placed.f() + dy);
    }

    /// The current view, to be restored later.
    public record Place(AffineTransform2D placed, boolean fitted) {}

    public Place place() {
        return new Place(placed, fitted);
    }

    public void place(Place place) {
        if (place.fitted) {
            fit();
        } else {
            fitted = false;
            place(place.placed);
        }
    }

    /// Zooms in as far as this part of the image stays fully visible.
    ///
    /// @param edge    margin around it, in stage pixels
    /// @param closest maximum stage pixels per image pixel
    public void show(BoundingBox part, double edge, double closest) {
        double across = Math.max(1, stageWidth - 2 * edge) / part.width();
        double down = Math.max(1, stageHeight - 2 * edge) / part.height();
        double scale =
                Math.clamp(
                        Math.min(across, down), fittingScale(), Math.max(fittingScale(), closest));
        fitted = false;
        show(
                scale,
                filled(stageWidth / 2 - part.centerX() * scale, stageWidth, pictureWidth * scale),
                filled(
                        stageHeight / 2 - part.centerY() * scale,
                        stageHeight,
                        pictureHeight * scale));
    }

    /// No side of the stage is left empty while the image goes on at the other; an image that is smaller is centred.
    private double filled(double start, double stage, double picture) {
        double spare = stage - margin - picture;
        if (spare >= 0) return (stage - picture) / 2;
        return Math.clamp(start, margin / 2 + spare, margin / 2);
    }

    /// Keeps at least a corner of the image on the stage.
    private void show(double scale, double x, double y) {
        double keep = 40;
        double left = Math.clamp(x, keep - pictureWidth * scale, Math.max(keep, stageWidth - keep));
        double top =
                Math.clamp(y, keep - pictureHeight * scale, Math.max(keep, stageHeight - keep));
        place(AffineTransform2D.scaleThenShift(scale, scale, left, top));
    }

    private void place(AffineTransform2D now) {
        placed = now;
        toStage.set(
                mirrored.get()
                        ? now.then(AffineTransform2D.scaleThenShift(-1, 1, stageWidth, 0))
                        : now);
    }
}
