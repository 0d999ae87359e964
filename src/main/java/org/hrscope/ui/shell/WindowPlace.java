package org.hrscope.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.hrscope.settings.Settings;
import org.jspecify.annotations.Nullable;

/// Where the main window opens. Screen pixels, title bar included. Any thread.
final class WindowPlace {
    /// In a smaller window something would be cut off: `LayoutTest` lays out all of it at this size.
    static final double LEAST_WIDTH = 1024;

    /// With a title bar of 30 pixels.
    static final double LEAST_HEIGHT = 730;

    /// At first, where the screen has the room.
    static final double WIDTH = 1280;

    static final double HEIGHT = 840;

    private WindowPlace() {}

    /// @param area   the part of the screen that neither panels nor docks cover
    /// @param before where it was last; null for the middle of `area`
    static Rectangle2D in(Rectangle2D area, Settings.@Nullable Bounds before) {
        double width =
                Math.min(
                        before == null ? WIDTH : Math.max(before.width(), LEAST_WIDTH),
                        area.getWidth());
        double height =
                Math.min(
                        before == null ? HEIGHT : Math.max(before.height(), LEAST_HEIGHT),
                        area.getHeight());
        double right = area.getMaxX() - width;
        double bottom = area.getMaxY() - height;
        double x = before == null ? (area.getMinX() + right) / 2 : before.x();
        double y = before == null ? (area.getMinY() + bottom) / 2 : before.y();
        // No clamp: of a fractional area that is filled, the end minus the width may be rounded to
        // before its beginning.
        return new Rectangle2D(
                Math.max(area.getMinX(), Math.min(x, right)),
                Math.max(area.getMinY(), Math.min(y, bottom)),
                width,
                height);
    }

    /// On the FX thread.
    static void put(Stage stage, Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }

    /// Where a window goes whose middle is on no screen any more; empty where it may stay.
    ///
    /// @param areas of all screens, at least one; the first takes it
    static Optional<Rectangle2D> back(Settings.Bounds now, List<Rectangle2D> areas) {
        double x = now.x() + now.width() / 2;
        double y = now.y() + now.height() / 2;
        boolean seen = areas.stream().anyMatch(area -> area.contains(x, y));
        return seen ? Optional.empty() : Optional.of(in(areas.getFirst(), now));
    }
}
