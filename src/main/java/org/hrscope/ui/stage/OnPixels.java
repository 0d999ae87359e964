package org.hrscope.ui.stage;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.BoundingBox;
import org.hrscope.pixels.PixelBrush;

/// On a frame of a recording, with the letters of the window. Any thread.
record OnPixels(PixelBrush to, Lettering letters) implements StageDrawing {
    private static final int MOST = 10_000;

    @Override
    public void opacity(double now) {
        to.opacity(now);
    }

    @Override
    public double opacity() {
        return to.opacity();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        if (pen.gap() > 0) dashes(new double[] {x1, y1, x2, y2}, pen);
        else to.line(x1, y1, x2, y2, pen.width(), argb(pen.colour()));
    }

    @Override
    public void rectangle(BoundingBox edges, Pen pen) {
        double left = edges.x();
        double top = edges.y();
        double right = left + edges.width();
        double bottom = top + edges.height();
        dashes(new double[] {left, top, right, top, right, bottom, left, bottom, left, top}, pen);
    }

    /// Dashes go on round the corners.
    ///
    /// @param corners x and y in turn
    private void dashes(double[] corners, Pen pen) {
        double before = 0;
        for (int i = 0; i + 3 < corners.length; i += 2) {
            double wide = corners[i + 2] - corners[i];
            double high = corners[i + 3] - corners[i + 1];
            double length = Math.hypot(wide, high);
            double period = pen.gap() > 0 ? pen.dash() + pen.gap() : Math.max(1, length);
            double dash = pen.gap() > 0 ? pen.dash() : period;
            // A line of no end is a mistake elsewhere; it must not cost one dash after another.
            if (!(length / period < MOST)) return;
            double first = pen.gap() > 0 ? -(before % period) : 0;
            for (double at = first; at < length; at += period) {
                double from = Math.max(0, at) / length;
                double till = Math.min(length, at + dash) / length;
                if (till < from) continue;
                to.line(
                        corners[i] + from * wide,
                        corners[i + 1] + from * high,
                        corners[i] + till * wide,
                        corners[i + 1] + till * high,
                        pen.width(),
                        argb(pen.colour()));
            }
            before += length;
        }
    }

    @Override
    public void circle(double x, double y, double radius, Pen pen) {
        arc(x, y, radius, 0, 360, pen);
    }

    @Override
    public void disc(double x, double y, double radius, Color fill) {
        to.disc(x, y, radius, argb(fill));
    }

    @Override
    public void arc(double x, double y, double radius, double from, double turn, Pen pen) {
        PixelBrush.Arc arc = new PixelBrush.Arc(x, y, radius, from, turn);
        to.arc(arc, pen.width(), argb(pen.colour()));
    }

    @Override
    public void text(String text, double x, double y, TextAlignment align, Color fill) {
        double width = widthOf(text);
        double left =
                switch (align) {
                    case CENTER -> x - width / 2;
                    case RIGHT -> x - width;
                    default -> x;
                };
        PixelBrush.Outlines outlines = letters.outlines(text, left, y);
        to.outline(outlines, 3, argb(SkeletonPainter.OUTLINE));
        to.fill(outlines, argb(fill));
    }

    @Override
    public double widthOf(String text) {
        return letters.widthOf(text);
    }

    @Override
    public double width() {
        return to.width();
    }

    @Override
    public double height() {
        return to.height();
    }

    private static int argb(Color colour) {
        return channel(colour.getOpacity()) << 24
                | channel(colour.getRed()) << 16
                | channel(colour.getGreen()) << 8
                | channel(colour.getBlue());
    }

    private static int channel(double share) {
        return (int) Math.round(share * 255);
    }
}
