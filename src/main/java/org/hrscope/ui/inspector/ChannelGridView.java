package org.hrscope.ui.inspector;

import java.util.List;
import java.util.function.IntPredicate;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.hrscope.pixels.ChannelGrid;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.PixelImage;
import org.hrscope.ui.maps.FeatureMapView;
import org.jspecify.annotations.Nullable;

/// All channels, 64 at once if there are that many: tiles cut from one image on one canvas, only the visible ones.
/// Pointer and keys select one. FX thread.
final class ChannelGridView extends PaintedRegion {
    private static final int SEEN_AT_ONCE = 64;
    private static final double GAP = 3;
    private static final double SMALLEST = 8;
    private static final int NONE = -1;
    private static final Font NUMBERS = Font.font("System", FontWeight.BOLD, 11);

    private final InspectorViewModel inspector;
    private final ScrollBar bar = new ScrollBar();
    private @Nullable ChannelGrid grid;
    private @Nullable Image image;
    private int columns = 1;
    private double tileWidth = SMALLEST;
    private double tileHeight = SMALLEST;
    private int hovered = NONE;
    private IntPredicate veiled = channel -> false;

    ChannelGridView(InspectorViewModel inspector) {
        super("channel-grid", "takes-keys");
        this.inspector = inspector;
        bar.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().add(bar);
        setMinSize(80, 60);
        setFocusTraversable(true);
        inspector.shownProperty().subscribe((_, now) -> show(now));
        inspector.channelProperty().subscribe((_, _) -> reveal());
        Changes.of(
                this::repaint, bar.valueProperty(), inspector.placesProperty(), focusedProperty());
        setOnScroll(event -> bar.setValue(inRange(bar.getValue() - event.getDeltaY())));
        setOnMouseMoved(event -> hover(placeAt(event.getX(), event.getY())));
        setOnMouseExited(event -> hover(NONE));
        setOnMousePressed(event -> {
            requestFocus();
            int place = placeAt(event.getX(), event.getY());
            if (place != NONE) inspector.channelProperty().set(places().get(place));
        });
        setOnKeyPressed(this::press);
    }

    /// Which channels are struck out.
    void veil(IntPredicate channels) {
        veiled = channels;
    }

    private List<Integer> places() {
        return inspector.placesProperty().get();
    }

    private void show(InspectorViewModel.@Nullable Shown shown) {
        ChannelGrid before = grid;
        grid = shown == null ? null : shown.grid();
        image = grid == null ? null : PixelImage.of(grid.pixels(), grid.width(), grid.height());
        boolean sameTiles =
                before != null
                        && grid != null
                        && before.channels() == grid.channels()
                        && before.tileWidth() == grid.tileWidth()
                        && before.tileHeight() == grid.tileHeight();
        if (!sameTiles) fit();
        repaint();
    }

    private double inRange(double value) {
        return Math.clamp(value, 0, bar.getMax());
    }

    @Override
    protected void arrange() {
        double thick = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - thick, 0, thick, getHeight());
        fit();
    }

    /// The largest tile size that shows enough of them at once.
    private void fit() {
        ChannelGrid tiles = grid;
        bar.setVisible(false);
        if (tiles == null) return;
        double wide = getWidth() - bar.prefWidth(-1) - 2 * GAP;
        int wanted = Math.min(SEEN_AT_ONCE, tiles.channels());
        double aspect = tiles.tileHeight() / (double) tiles.tileWidth();
        columns = 1;
        while (columns < wanted) {
            size(wide, aspect);
            int rows = (int) ((getHeight() - GAP) / (tileHeight + GAP));
            if (rows * columns >= wanted || tileWidth <= SMALLEST) break;
            columns++;
        }
        size(wide, aspect);
        int rows = (tiles.channels() + columns - 1) / columns;
        double all = rows * (tileHeight + GAP) + GAP;
        bar.setMax(Math.max(0, all - getHeight()));
        bar.setVisibleAmount(bar.getMax() * Math.min(1, getHeight() / all));
        bar.setUnitIncrement(tileHeight + GAP);
        bar.setBlockIncrement(getHeight());
        bar.setVisible(bar.getMax() > 0);
        bar.setValue(inRange(bar.getValue()));
    }

    private void size(double wide, double aspect) {
        tileWidth = wide / columns - GAP;
        tileHeight = tileWidth * aspect;
    }

    private int placeAt(double x, double y) {
        int column = (int) Math.floor((x - GAP) / (tileWidth + GAP));
        int row = (int) Math.floor((y - GAP + bar.getValue()) / (tileHeight + GAP));
        int place = row * columns + column;
        boolean there = column >= 0 && column < columns && row >= 0 && place < places().size();
        return there ? place : NONE;
    }

    private void hover(int place) {
        if (place == hovered) return;
        hovered = place;
        repaint();
    }

    private void press(KeyEvent event) {
        int page = Math.max(1, (int) (getHeight() / (tileHeight + GAP))) * columns;
        int by =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -columns;
                    case DOWN -> columns;
                    case PAGE_UP -> -page;
                    case PAGE_DOWN -> page;
                    case HOME -> -places().size();
                    case END -> places().size();
                    default -> 0;
                };
        if (by == 0) return;
        inspector.step(by);
        event.consume();
    }

    /// Scrolls the selected tile into view.
    private void reveal() {
        int place = places().indexOf(inspector.channelProperty().get());
        int row = place / columns;
        double top = row * (tileHeight + GAP);
        double least = top + tileHeight + 2 * GAP - getHeight();
        if (place >= 0)
            bar.setValue(inRange(Math.clamp(bar.getValue(), Math.min(least, top), top)));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext to) {
        ChannelGrid tiles = grid;
        List<Integer> order = places();
        if (tiles == null || image == null || order.size() != tiles.channels()) return;
        to.setImageSmoothing(false);
        int firstRow = (int) (bar.getValue() / (tileHeight + GAP));
        int first = firstRow * columns;
        int chosen = inspector.channelProperty().get();
        for (int place = first; place < order.size(); place++) {
            double y = y(place);
            if (y > getHeight()) break;
            int channel = order.get(place);
            to.drawImage(
                    image,
                    tiles.x(channel),
                    tiles.y(channel),
                    tiles.tileWidth(),
                    tiles.tileHeight(),
                    x(place),
                    y,
                    tileWidth,
                    tileHeight);
            if (veiled.test(channel)) strike(to, x(place), y);
        }
        int place = order.indexOf(chosen);
        frame(to, place, isFocused() ? FeatureMapView.ACCENT : FeatureMapView.ACCENT.darker());
        if (hovered != NONE && hovered < order.size()) {
            frame(to, hovered, Color.WHITE);
            label(to, hovered, order.get(hovered));
        }
    }

    private void strike(GraphicsContext to, double x, double y) {
        to.setFill(Color.rgb(11, 15, 22, 0.72));
        to.fillRect(x, y, tileWidth, tileHeight);
        to.setStroke(Color.WHITE);
        to.setLineWidth(1.5);
        to.strokeLine(x, y, x + tileWidth, y + tileHeight);
        to.strokeLine(x + tileWidth, y, x, y + tileHeight);
    }

    private double x(int place) {
        return GAP + place % columns * (tileWidth + GAP);
    }

    private double y(int place) {
        int row = place / columns;
        return GAP + row * (tileHeight + GAP) - bar.getValue();
    }

    private void frame(GraphicsContext to, int place, Color colour) {
        if (place < 0) return;
        to.setStroke(colour);
        to.setLineWidth(2.5);
        to.strokeRect(x(place) - 1, y(place) - 1, tileWidth + 2, tileHeight + 2);
    }

    private void label(GraphicsContext to, int place, int channel) {
        String text = "#" + channel;
        double wide = 8 + 7.0 * text.length();
        double x = Math.min(x(place), getWidth() - wide);
        double y = Math.clamp(y(place), 0, getHeight() - 17);
        to.setFill(Color.rgb(11, 15, 22, 0.9));
        to.fillRect(x, y, wide, 17);
        to.setFill(Color.WHITE);
        to.setFont(NUMBERS);
        to.setTextBaseline(VPos.CENTER);
        to.fillText(text, x + 4, y + 8.5);
    }
}
