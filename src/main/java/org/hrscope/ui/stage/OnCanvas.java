package org.hrscope.ui.stage;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.BoundingBox;
import org.hrscope.ui.common.TextWidths;

/// On the stage. FX thread.
public record OnCanvas(GraphicsContext to) implements StageDrawing {
    static final FontWeight WEIGHT = FontWeight.BOLD;
    static final Font SMALL = Font.font("System", WEIGHT, 11);
    static final double LINE_HEIGHT = SMALL.getSize() * 1.2;

    private static final double FAR = 20_000;

    private static final TextWidths WIDTHS = new TextWidths();

    @Override
    public void opacity(double now) {
        to.setGlobalAlpha(now);
    }

    @Override
    public double opacity() {
        return to.getGlobalAlpha();
    }

    private void take(Pen pen) {
        to.setLineCap(StrokeLineCap.ROUND);
        to.setLineWidth(pen.width());
        to.setStroke(pen.colour());
        if (pen.gap() > 0) to.setLineDashes(pen.dash(), pen.gap());
        else to.setLineDashes();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        take(pen);
        to.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void rectangle(BoundingBox edges, Pen pen) {
        take(pen);
        to.strokeRect(edges.x(), edges.y(), edges.width(), edges.height());
    }

    @Override
    public void circle(double x, double y, double radius, Pen pen) {
        take(pen);
        to.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void disc(double x, double y, double radius, Color fill) {
        to.setFill(fill);
        to.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void arc(double x, double y, double radius, double from, double turn, Pen pen) {
        take(pen);
        double size = 2 * radius;
        to.strokeArc(x - radius, y - radius, size, size, from, turn, ArcType.OPEN);
    }

    @Override
    public void text(String text, double x, double y, TextAlignment align, Color fill) {
        to.setFont(SMALL);
        to.setTextAlign(align);
        to.setTextBaseline(VPos.BOTTOM);
        take(new Pen(3, SkeletonPainter.OUTLINE));
        to.strokeText(text, x, y);
        to.setFill(fill);
        to.fillText(text, x, y);
    }

    @Override
    public double widthOf(String text) {
        return WIDTHS.of(text, SMALL);
    }

    @Override
    public double width() {
        return to.getCanvas().getWidth();
    }

    @Override
    public double height() {
        return to.getCanvas().getHeight();
    }

    /// Draws only between these; NaN where there is no line to stop at.
    void between(double left, double right, Runnable drawing) {
        to.save();
        if (!Double.isNaN(left) && !Double.isNaN(right)) {
            to.beginPath();
            to.rect(
                    Math.max(left, -FAR),
                    -FAR,
                    Math.min(right, FAR) - Math.max(left, -FAR),
                    2 * FAR);
            to.clip();
        }
        drawing.run();
        to.restore();
    }
}
