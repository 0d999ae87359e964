package org.hrscope.ui.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.pixels.Cover;
import org.hrscope.pixels.Cover.Dab;
import org.hrscope.pixels.Cover.Fill;
import org.hrscope.ui.stage.CoverTool;

/// The covered part of the image, the brush, and undo; shared by the stage and the Cover panel. A cover stays in place
/// while the source plays, and is dropped with it. FX thread.
public final class Covers implements CoverTool.Canvas {
    static final double SMALLEST = 0.01;
    static final double LARGEST = 0.3;
    private static final double STEP = 1.25;

    private final ReadOnlyObjectWrapper<Cover> cover = new ReadOnlyObjectWrapper<>(Cover.NONE);
    private final ObjectProperty<Fill> fill = new SimpleObjectProperty<>(Fill.MEAN);
    private final DoubleProperty size = new SimpleDoubleProperty(0.07);
    private final BooleanProperty undoable = new SimpleBooleanProperty();
    private final BooleanBinding none;
    private final Deque<Cover> before = new ArrayDeque<>();
    private double x;
    private double y;
    private double radius;

    public Covers() {
        none = Bindings.createBooleanBinding(() -> cover.get().isEmpty(), cover);
        fill.subscribe((_, now) -> cover.set(cover.get().with(now)));
    }

    public ReadOnlyObjectProperty<Cover> coverProperty() {
        return cover.getReadOnlyProperty();
    }

    /// Whether nothing is covered.
    public BooleanBinding noneProperty() {
        return none;
    }

    public ObjectProperty<Fill> fillProperty() {
        return fill;
    }

    /// See [#size()].
    public DoubleProperty sizeProperty() {
        return size;
    }

    BooleanProperty undoableProperty() {
        return undoable;
    }

    @Override
    public double size() {
        return size.get();
    }

    public void larger() {
        size.set(Math.min(LARGEST, size.get() * STEP));
    }

    public void smaller() {
        size.set(Math.max(SMALLEST, size.get() / STEP));
    }

    @Override
    public void begin(double atX, double atY, double brush) {
        before.push(cover.get());
        radius = brush;
        x = atX;
        y = atY;
        to(atX, atY);
    }

    @Override
    public void to(double nextX, double nextY) {
        show(cover.get().with(new Dab(x, y, nextX, nextY, radius)));
        x = nextX;
        y = nextY;
    }

    /// Takes back the last stroke or clearing.
    public void undo() {
        if (!before.isEmpty()) show(before.pop().with(fill.get()));
    }

    /// Covers nothing, which can be undone too.
    public void clear() {
        if (cover.get().isEmpty()) return;
        before.push(cover.get());
        show(Cover.NONE.with(fill.get()));
    }

    /// Covers this, as if nothing had been covered before.
    public void put(Cover now) {
        before.clear();
        show(now);
    }

    /// Another source: there is nobody where the cover was.
    public void forget() {
        put(Cover.NONE.with(fill.get()));
    }

    private void show(Cover now) {
        cover.set(now);
        undoable.set(!before.isEmpty());
    }
}
