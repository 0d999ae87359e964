package org.hrscope.ui.stage;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.BoundingBox;

/// What layers are painted with, so that the same painters serve the stage and a recording. Coordinates are areas: the
/// first pixel covers 0 to 1.
public interface StageDrawing {
    /// A line: how wide, its colour, and its dashes; no gap where it is whole. Its ends are round.
    record Pen(double width, Color colour, double dash, double gap) {
        Pen(double width, Color colour) {
            this(width, colour, 0, 0);
        }
    }

    /// Of everything drawn from now on.
    void opacity(double now);

    double opacity();

    void line(double x1, double y1, double x2, double y2, Pen pen);

    void rectangle(BoundingBox edges, Pen pen);

    void circle(double x, double y, double radius, Pen pen);

    void disc(double x, double y, double radius, Color fill);

    /// @param from,turn degrees counterclockwise, `from` from the right
    void arc(double x, double y, double radius, double from, double turn, Pen pen);

    /// Outlined, so that it is legible on anything.
    ///
    /// @param y of its lower edge
    void text(String text, double x, double y, TextAlignment align, Color fill);

    double widthOf(String text);

    /// Where the drawing ends at the right.
    double width();

    /// Where it ends below.
    double height();
}
