package org.hrscope.ui.shell;

import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.hrscope.pixels.ColorMap;
import org.hrscope.settings.Settings;
import org.hrscope.ui.inspector.Colouring;
import org.jspecify.annotations.Nullable;

/// The stage above, the map below, as high as in the last session. FX thread.
final class MapSplit extends SplitPane {
    private static final double USUAL = 0.62;

    private final BooleanProperty open;
    private final ObjectProperty<Colouring> colouring;
    private double share;
    private double dividedFor;

    /// @param open      whether the map is unfolded
    /// @param colouring of inner values, remembered too
    /// @param before    null for the first session
    MapSplit(
            Node stage,
            Region map,
            BooleanProperty open,
            ObjectProperty<Colouring> colouring,
            Settings.@Nullable Layout before) {
        super(stage, map);
        this.colouring = colouring;
        this.open = open;
        share = before == null ? USUAL : before.stage();
        setOrientation(Orientation.VERTICAL);
        setDividerPositions(share);
        // Folding the map gives its height to the stage; unfolding takes it back.
        open.subscribe((_, now) -> {
            if (now) setDividerPositions(share);
        });
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        if (before == null) return;
        open.set(before.map());
        Colouring usual = Colouring.USUAL;
        Arrays.stream(ColorMap.values())
                .filter(each -> each.name().equals(before.colours()))
                .map(colours -> new Colouring(colours, usual.range(), usual.fixed()))
                .forEach(colouring::set);
    }

    /// Only a person changes the share: the divider also stops where a small window lacks room.
    private void released(MouseEvent event) {
        if (open.get() && event.getTarget() instanceof Node at && divides(at)) {
            share = getDividerPositions()[0];
        }
    }

    /// Whether it is a divider of this pane, not of one within it.
    private boolean divides(@Nullable Node at) {
        for (Node node = at; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains("split-pane-divider")) {
                return node.getParent() == this;
            }
        }
        return false;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getHeight() == dividedFor) return;
        dividedFor = getHeight();
        if (!open.get() || getDividers().isEmpty()) return;
        // A split pane that is resized shares the difference out in halves, and each start would
        // begin with another share.
        setDividerPositions(share);
        super.layoutChildren();
    }

    /// For the next session.
    Settings.Layout remembered() {
        return new Settings.Layout(share, open.get(), colouring.get().colours().name());
    }
}
