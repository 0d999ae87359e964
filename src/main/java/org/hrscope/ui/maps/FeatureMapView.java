package org.hrscope.ui.maps;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.common.FixedWidth;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.PixelImage;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// One map as large as fits, each cell a plain square, with an outlined cell, a window, or marks at sub-cell
/// positions. Pointer and arrow keys select a cell. FX thread.
public final class FeatureMapView extends PaintedRegion {
    public static final Color ACCENT = Color.rgb(91, 157, 255);
    static final Color OUTLINE = Color.rgb(0, 0, 0, 0.75);
    private static final double ARM = 6;

    /// The arms of a cross reach a little beyond it.
    private static final double RING = 6;

    /// Leaves the arms of a cross in sight.
    private static final double DOT = 2;

    private static final double CORNER = 3;

    /// From a cell's middle to its value where there are marks, in cells.
    private static final double ASIDE = 0.35;

    /// How a mark looks, the lowest first. All are seen where they lie in one place.
    public enum Form {
        /// The corners of a whole cell, between which there is room for its value.
        CELL,
        RING,
        CROSS,
        DOT
    }

    /// A position in cells; integers are centres.
    public record Mark(double x, double y, Color colour, Form form) {
        /// @param cell its width in pixels
        public void paint(GraphicsContext to, double atX, double atY, double cell) {
            for (int pass = 0; pass < 2; pass++) {
                to.setStroke(pass == 0 ? OUTLINE : colour);
                to.setLineWidth(pass == 0 ? 3.6 : 1.8);
                switch (form) {
                    case CELL -> corners(to, atX, atY, cell / 2);
                    case RING -> to.strokeOval(atX - RING, atY - RING, 2 * RING, 2 * RING);
                    case CROSS -> {
                        to.strokeLine(atX - ARM, atY, atX + ARM, atY);
                        to.strokeLine(atX, atY - ARM, atX, atY + ARM);
                    }
                    case DOT -> {
                        double radius = pass == 0 ? DOT + 1 : DOT;
                        to.setFill(pass == 0 ? OUTLINE : colour);
                        to.fillOval(atX - radius, atY - radius, 2 * radius, 2 * radius);
                    }
                }
            }
        }

        private static void corners(GraphicsContext to, double atX, double atY, double half) {
            double inner = half - CORNER;
            to.setLineCap(StrokeLineCap.BUTT);
            for (int side = 0; side < 4; side++) {
                int across = side < 2 ? -1 : 1;
                int down = side % 2 == 0 ? -1 : 1;
                to.beginPath();
                to.moveTo(atX + across * inner, atY + down * half);
                to.lineTo(atX + across * half, atY + down * half);
                to.lineTo(atX + across * half, atY + down * inner);
                to.stroke();
            }
            to.setLineCap(StrokeLineCap.SQUARE);
        }
    }

    private final Consumer<@Nullable MapCell> choose;
    private Consumer<MapCell> keep = cell -> {};
    private @Nullable Image image;
    private @Nullable FeatureMaps numbered;
    private @Nullable MapCell cell;
    private @Nullable ReceptiveWindow window;
    private List<Mark> marks = List.of();
    private int columns = 1;
    private int rows = 1;
    private double scale;
    private double left;
    private double top;

    /// @param choose called with the cell under the pointer; null once the pointer leaves
    public FeatureMapView(Consumer<@Nullable MapCell> choose) {
        super("map-canvas", "takes-keys");
        this.choose = choose;
        setMinSize(20, 20);
        setFocusTraversable(true);
        setOnMouseMoved(this::point);
        setOnMouseDragged(this::point);
        setOnMousePressed(event -> requestFocus());
        setOnMouseClicked(this::click);
        setOnMouseExited(event -> choose.accept(null));
        setOnKeyPressed(this::press);
    }

    /// @param told a cell was clicked, or Enter pressed on it
    public void setOnKeep(Consumer<MapCell> told) {
        keep = told;
    }

    public void show(@Nullable FeatureMaps map, ColourScale colours) {
        if (map == null) {
            image = null;
        } else {
            columns = map.width();
            rows = map.height();
            int[] pixels = new int[map.cells()];
            for (int i = 0; i < pixels.length; i++) pixels[i] = colours.argb(map.values()[i]);
            image = PixelImage.of(pixels, columns, rows);
        }
        arrange();
        repaint();
    }

    /// Writes each value into its cell.
    public void number(@Nullable FeatureMaps map) {
        numbered = map;
        repaint();
    }

    public void outline(@Nullable MapCell at) {
        cell = at;
        repaint();
    }

    public void window(@Nullable ReceptiveWindow cells) {
        window = cells;
        repaint();
    }

    public void mark(List<Mark> places) {
        marks = places.stream().sorted(Comparator.comparing(Mark::form)).toList();
        repaint();
    }

    private void point(MouseEvent event) {
        choose.accept(at(event));
    }

    private void click(MouseEvent event) {
        MapCell at = at(event);
        boolean plain = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
        if (plain && at != null) keep.accept(at);
    }

    private @Nullable MapCell at(MouseEvent event) {
        int x = (int) Math.floor((event.getX() - left) / scale);
        int y = (int) Math.floor((event.getY() - top) / scale);
        boolean inside = image != null && x >= 0 && y >= 0 && x < columns && y < rows;
        return inside ? new MapCell(x, y) : null;
    }

    private void press(KeyEvent event) {
        int dx = 0;
        int dy = 0;
        switch (event.getCode()) {
            case LEFT -> dx = -1;
            case RIGHT -> dx = 1;
            case UP -> dy = -1;
            case DOWN -> dy = 1;
            case ENTER -> {
                if (cell != null) keep.accept(cell);
            }
            default -> {
                return;
            }
        }
        MapCell from = cell == null ? new MapCell(columns / 2, rows / 2) : cell;
        choose.accept(
                new MapCell(
                        Math.clamp(from.x() + dx, 0, columns - 1),
                        Math.clamp(from.y() + dy, 0, rows - 1)));
        event.consume();
    }

    /// Whole pixels per cell if there is room, so that all cells have the same size.
    @Override
    protected void arrange() {
        scale = Math.min(getWidth() / columns, getHeight() / rows);
        if (scale > 3) scale = Math.floor(scale * 2) / 2;
        left = Math.floor((getWidth() - columns * scale) / 2);
        top = Math.floor((getHeight() - rows * scale) / 2);
    }

    @Override
    protected void paint(GraphicsContext to) {
        if (image == null) return;
        to.setImageSmoothing(false);
        to.drawImage(image, left, top, columns * scale, rows * scale);
        if (window != null) {
            frame(to, window.left(), window.top(), window.width(), window.height(), ACCENT);
        }
        if (cell != null) frame(to, cell.x(), cell.y(), 1, 1, Color.WHITE);
        for (Mark mark : marks) {
            mark.paint(to, left + (mark.x + 0.5) * scale, top + (mark.y + 0.5) * scale, scale);
        }
        if (numbered != null) write(to, image, numbered);
    }

    /// For text on a cell of this colour: the better of the two, by the luminance at which they are equal.
    static Color ink(Color cell) {
        double luminance =
                0.2126 * linear(cell.getRed())
                        + 0.7152 * linear(cell.getGreen())
                        + 0.0722 * linear(cell.getBlue());
        return luminance > 0.179 ? Color.BLACK : Color.WHITE;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private void frame(GraphicsContext to, int x, int y, int wide, int high, Color colour) {
        for (int pass = 0; pass < 2; pass++) {
            to.setStroke(pass == 0 ? OUTLINE : colour);
            to.setLineWidth(pass == 0 ? 4 : 2);
            to.strokeRect(left + x * scale, top + y * scale, wide * scale, high * scale);
        }
    }

    /// Where the marks are not, or the fewest: they would hide the value of their own cell.
    private double aside() {
        return marks.isEmpty() ? 0 : room(-ASIDE) < room(ASIDE) ? ASIDE : -ASIDE;
    }

    private double room(double aside) {
        return marks.stream()
                .mapToDouble(mark -> Math.abs(mark.y - Math.rint(mark.y) - aside))
                .min()
                .orElse(0);
    }

    private void write(GraphicsContext to, Image image, FeatureMaps map) {
        to.setTextAlign(TextAlignment.CENTER);
        to.setTextBaseline(VPos.CENTER);
        to.setFont(FixedWidth.font(Math.min(11, scale * 0.3)));
        for (int i = 0; i < map.cells(); i++) {
            double x = left + (i % columns + 0.5) * scale;
            int row = i / columns;
            double y = top + (row + 0.5 + aside()) * scale;
            String text = Texts.format("%.2f", map.values()[i]);
            Color cell = image.getPixelReader().getColor(i % columns, row);
            // Over a mark too.
            to.setStroke(cell);
            to.setLineWidth(1.5);
            to.strokeText(text, x, y);
            to.setFill(ink(cell));
            to.fillText(text, x, y);
        }
    }
}
