package org.hrscope.ui.player;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.hrscope.capture.SourceInfo;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.PaintedRegion;
import org.jspecify.annotations.Nullable;

/// The marked range on the timeline: a band from its first to its last frame, with a post at each end. A range that
/// ends before it begins has none. FX thread.
final class RangeLine extends PaintedRegion {
    private static final Color BAND = Color.web("#3d8bff", 0.3);
    private static final Color POST = Color.web("#3d8bff");
    private static final double POST_WIDTH = 2;

    private final MarkedRange range;
    private final ObservableValue<@Nullable SourceInfo> info;

    RangeLine(MarkedRange range, ObservableValue<@Nullable SourceInfo> info) {
        this.range = range;
        this.info = info;
        setMouseTransparent(true);
        Changes.of(this::repaint, range.fromProperty(), range.toProperty(), info);
    }

    @Override
    protected void paint(GraphicsContext to) {
        SourceInfo source = info.getValue();
        if (source == null || !source.seekable() || !range.marked()) return;
        double frame = getWidth() / source.frames();
        double left = range.first() * frame;
        double right = (range.last(source.frames()) + 1) * frame;
        if (right <= left) return;
        to.setFill(BAND);
        to.fillRect(left, 0, right - left, getHeight());
        to.setFill(POST);
        to.fillRect(left, 0, POST_WIDTH, getHeight());
        to.fillRect(right - POST_WIDTH, 0, POST_WIDTH, getHeight());
    }
}
