package org.hrscope.ui.maps;

import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/// One map as large as fits, each cell a plain square, with an outlined cell or window. Pointer and arrow keys select a
/// cell. FX thread.
public final class FeatureMapView extends PaintedRegion {
    public static final Color ACCENT = Color.rgb(91, 157, 255);
    static final Color OUTLINE = Color.rgb(0, 0, 0, 0.75);

    private final Consumer<@Nullable MapCell> choose;
    private Consumer<MapCell> keep = cell -> {};
    private @Nullable Image image;
    private @Nullable MapCell cell;
    private @Nullable ReceptiveWindow window;
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

    public void outline(@Nullable MapCell at) {
        cell = at;
        repaint();
    }

    public void window(@Nullable ReceptiveWindow cells) {
        window = cells;
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
    }

    private void frame(GraphicsContext to, int x, int y, int wide, int high, Color colour) {
        for (int pass = 0; pass < 2; pass++) {
            to.setStroke(pass == 0 ? OUTLINE : colour);
            to.setLineWidth(pass == 0 ? 4 : 2);
            to.strokeRect(left + x * scale, top + y * scale, wide * scale, high * scale);
        }
    }
}
