package org.hrscope.ui.network;

import java.util.Map;
import java.util.Set;
import javafx.scene.image.Image;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.pixels.ChannelAlarm;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.lab.PeakSlices;
import org.hrscope.ui.network.MapNode.Box;
import org.jspecify.annotations.Nullable;

/// What the map shows, and where on the canvas. Immutable.
///
/// @param selected,hovered null for none
/// @param peak shares of the selected joint's peak
/// @param rounded what rounding does; null unless the network is quantised
record MapScene(
        MapLayout map,
        AffineTransform2D place,
        double width,
        double height,
        Map<String, ? extends Image> pictures,
        @Nullable MapNode selected,
        @Nullable MapNode hovered,
        boolean focused,
        @Nullable BlockTimes times,
        MapMarks marks,
        PeakSlices peak,
        Map<String, ChannelAlarm> alarms,
        Set<String> different,
        @Nullable RoundedNetwork rounded,
        MapColours colours) {

    /// The same elsewhere and at another size, without a pointer over it.
    MapScene at(AffineTransform2D newPlace, double newWidth, double newHeight) {
        return new MapScene(
                map, newPlace, newWidth, newHeight, pictures, selected, null, false, times, marks,
                peak, alarms, different, rounded, colours);
    }

    /// Converts a box from map to canvas coordinates.
    Box on(Box box) {
        double scale = place.a();
        return new Box(
                MapEdges.GUTTER + place.c() + box.x() * scale,
                MapEdges.HEAD + place.f() + box.y() * scale,
                box.width() * scale,
                box.height() * scale);
    }

    boolean shows(Box onScreen) {
        return onScreen.meets(
                new Box(
                        MapEdges.GUTTER,
                        MapEdges.HEAD,
                        width - MapEdges.GUTTER,
                        height - MapEdges.HEAD));
    }
}
