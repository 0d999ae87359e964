package org.hrscope.ui.shell;

import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.hrscope.pixels.ColorMap;
import org.hrscope.settings.Settings;
import org.hrscope.ui.inspector.Colouring;
import org.hrscope.ui.network.NetworkDock;
import org.jspecify.annotations.Nullable;

/// The stage above, the map below, as high as in the last session. FX thread.
final class MapSplit extends SplitPane {
    private static final double USUAL = 0.62;

    private final BooleanProperty open;
    private final ObjectProperty<Colouring> colouring;
    private double share;

    /// @param colouring of inner values, remembered too
    /// @param before    null for the first session
    MapSplit(
            Node stage,
            NetworkDock map,
            ObjectProperty<Colouring> colouring,
            Settings.@Nullable Layout before) {
        super(stage, map);
        this.colouring = colouring;
        open = map.openProperty();
        share = before == null ? USUAL : before.stage();
        setOrientation(Orientation.VERTICAL);
        setDividerPositions(share);
        // Folding the map gives its height to the stage; unfolding takes it back.
        open.subscribe((_, now) -> {
            if (now) setDividerPositions(share);
            else share = getDividerPositions()[0];
        });
        if (before == null) return;
        open.set(before.map());
        Colouring usual = Colouring.USUAL;
        Arrays.stream(ColorMap.values())
                .filter(each -> each.name().equals(before.colours()))
                .map(colours -> new Colouring(colours, usual.range(), usual.fixed()))
                .forEach(colouring::set);
    }

    /// For the next session.
    Settings.Layout remembered() {
        return new Settings.Layout(
                open.get() ? getDividerPositions()[0] : share,
                open.get(),
                colouring.get().colours().name());
    }
}
