package org.hrscope.ui.playground;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.hrscope.ui.common.FixedWidth;
import org.hrscope.ui.playground.Cells.Cell;
import org.hrscope.ui.playground.Cells.Frame;
import org.hrscope.ui.playground.Cells.Kind;
import org.hrscope.ui.playground.Cells.Light;

/// Paints one grid from its top left corner: padding zeros dashed, unread cells hatched, highlighted ones in the accent
/// colour. FX thread.
///
/// @param size of a cell, in pixels
record CellPainter(GraphicsContext to, CellColours colours, double size) {
    private static final double HATCH = 6;

    /// Of the colour of a value that is still to come.
    private static final double FAINT = 0.3;

    /// Of the size: characters are three fifths as wide as high, and air is left on both sides.
    private static final double WIDTH = 1.2;

    void paint(Cells cells) {
        double reach = cells.cells().stream().mapToDouble(c -> Math.abs(c.value())).max().orElse(0);
        double span = Math.max(reach, 1e-9);
        for (int i = 0; i < cells.cells().size(); i++) {
            Cell cell = cells.cells().get(i);
            double x = i % cells.columns() * size;
            int row = i / cells.columns();
            double y = row * size;
            ground(cell, x, y, cell.value() / span);
            write(Numbers.brief(cell.value()), x, y, ink(cell));
        }
        Frame frame = cells.frame();
        if (frame != null) {
            outline(frame.row(), frame.column(), frame.rows(), frame.columns(), colours.accent());
        }
    }

    private Color ink(Cell cell) {
        if (cell.light() == Light.BRIGHT) return colours.onAccent();
        boolean faint = cell.kind() == Kind.PAD || cell.kind() == Kind.LATER;
        return faint ? colours.muted() : colours.text();
    }

    private void ground(Cell cell, double x, double y, double share) {
        boolean pad = cell.kind() == Kind.PAD;
        // The value is written faintly, too: on its full colour nobody could read it.
        if (!pad) box(x, y, colours.of(cell.kind() == Kind.LATER ? FAINT * share : share));
        if (cell.kind() == Kind.UNREAD) hatch(x, y);
        if (cell.light() == Light.BRIGHT) box(x, y, colours.accent());
        if (cell.light() == Light.LIT) ring(x, y);
        if (pad) {
            to.setStroke(colours.muted().deriveColor(0, 1, 1, 0.7));
            to.setLineWidth(1);
            to.setLineDashes(3, 3);
            to.strokeRoundRect(x + 2.5, y + 2.5, size - 5, size - 5, 4, 4);
            to.setLineDashes();
        }
    }

    private void box(double x, double y, Color fill) {
        to.setFill(fill);
        to.fillRoundRect(x + 1, y + 1, size - 2, size - 2, 5, 5);
        to.setStroke(colours.line());
        to.setLineWidth(1);
        to.strokeRoundRect(x + 1.5, y + 1.5, size - 3, size - 3, 5, 5);
    }

    /// Leaves the value's colour visible.
    private void ring(double x, double y) {
        to.setStroke(colours.accent());
        to.setLineWidth(2);
        to.strokeRoundRect(x + 3, y + 3, size - 6, size - 6, 4, 4);
    }

    private void hatch(double x, double y) {
        to.save();
        to.beginPath();
        to.rect(x + 2, y + 2, size - 4, size - 4);
        to.clip();
        to.setStroke(colours.muted().deriveColor(0, 1, 1, 0.4));
        to.setLineWidth(1.2);
        for (double d = HATCH / 2; d < 2 * size; d += HATCH) to.strokeLine(x + d, y, x, y + d);
        to.restore();
    }

    /// Text being typed, in place of the value.
    void entry(int row, int column, String typed) {
        box(column * size, row * size, colours.zero());
        write(typed + "▏", column * size, row * size, colours.text());
    }

    private void write(String text, double x, double y, Color ink) {
        double points = size * Math.min(0.48, WIDTH / Math.max(text.length(), 1));
        if (points < 5) return;
        to.setTextAlign(TextAlignment.CENTER);
        to.setTextBaseline(VPos.CENTER);
        to.setFont(FixedWidth.font(points));
        to.setFill(ink);
        to.fillText(text, x + size / 2, y + size / 2);
    }

    /// An outline around whole cells.
    void outline(int row, int column, int rows, int columns, Color colour) {
        to.setStroke(colour);
        to.setLineWidth(2.5);
        double x = column * size;
        double y = row * size;
        to.strokeRoundRect(x + 1.25, y + 1.25, columns * size - 2.5, rows * size - 2.5, 6, 6);
    }
}
