package org.hrscope.ui.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.SharpCanvas;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.lab.PeakSlices;
import org.hrscope.ui.network.MapNode.Box;
import org.hrscope.ui.stage.Viewport;
import org.jspecify.annotations.Nullable;

/// The map on its canvas: drawn at most once per pulse, and only after a change. FX thread.
public final class MapCanvas extends Region {
    private static final double LARGEST = 6;
    static final double MARGIN = 12;

    /// How far beside a bead a click still means it, in pixels.
    private static final double REACH = 7;

    private static final double FRAME = 18;
    private static final double CLOSEST = 2.4;

    private final NetworkViewModel model;
    private final ReadOnlyBooleanProperty dark;
    private final MapPainter painter;
    private final SharpCanvas canvas = new SharpCanvas();
    private final Viewport viewport = new Viewport(LARGEST, MARGIN);
    private final Map<String, ThumbnailImage> pictures = new HashMap<>();
    private @Nullable MapNode hovered;
    private MapMarks marks = MapMarks.NONE;
    private PeakSlices peak = PeakSlices.NONE;

    /// Nodes the view is fitted to, none for the whole map; null once the user has zoomed or panned.
    private @Nullable Set<String> aim = Set.of();

    private boolean dirty = true;

    MapCanvas(NetworkViewModel model, Texts texts, ReadOnlyBooleanProperty dark) {
        this.model = model;
        this.dark = dark;
        painter = new MapPainter(texts);
        getStyleClass().addAll("network-view", "takes-keys");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        setMinSize(0, 0);
        Changes.of(this::newNetwork, model.networkProperty());
        Changes.of(() -> hovered = null, model.mapProperty());
        Changes.of(this::forget, model.channelProperty());
        Changes.of(() -> dirty = true, model.differentProperty());
        Changes.of(this::reveal, model.selection().nodeProperty());
        Lab lab = model.lab();
        Changes.of(
                this::mark,
                model.networkProperty(),
                model.mapProperty(),
                model.selection().jointProperty(),
                lab.networkProperty(),
                lab.cuts().gainsProperty(),
                model.shownGainsProperty(),
                lab.sweep().job().resultProperty(),
                lab.sweep().measureProperty(),
                lab.sweep().onMapProperty());
        Changes.of(
                () -> dirty = true,
                model.selection().nodeProperty(),
                model.timesProperty(),
                model.timesShownProperty(),
                viewport.toStageProperty(),
                focusedProperty(),
                dark,
                texts.languageProperty());
    }

    private void newNetwork() {
        forget();
        if (aim == null) aim = Set.of();
        refit();
    }

    private void mark() {
        marks = model.marks();
        dirty = true;
    }

    /// Draws these shares along the lines of the last exchange.
    void show(PeakSlices shares) {
        peak = shares;
        dirty = true;
    }

    private void forget() {
        pictures.clear();
        dirty = true;
    }

    /// Where the map is, to be restored later.
    public MapPlace place() {
        return new MapPlace(viewport.place(), aim);
    }

    public void place(MapPlace place) {
        aim = place.aim();
        if (aim == null) viewport.place(place.at());
        else refit();
    }

    /// The node as it lies on the map now.
    Optional<MapNode> shown(String name) {
        MapLayout map = model.map();
        return map == null ? Optional.empty() : map.node(name);
    }

    AffineTransform2D toView() {
        return viewport.toStage();
    }

    /// The whole map, from now on at every size of the dock.
    void fit() {
        frame(Set.of());
    }

    void pan(double dx, double dy) {
        aim = null;
        viewport.pan(dx, dy);
    }

    void zoomAtCentre(double factor) {
        aim = null;
        viewport.zoomAtCentre(factor);
    }

    /// @param pixels per unit of length, where the window is enlarged
    public void sharpness(double pixels) {
        canvas.sharpness(pixels);
        dirty = true;
    }

    /// Nobody is in view, so nothing runs: what is left is of an earlier frame.
    void clear() {
        if (pictures.isEmpty() && model.alarms().isEmpty()) return;
        pictures.clear();
        model.alarms().clear();
        dirty = true;
    }

    /// Takes the newest thumbnails and redraws what has changed.
    void pulse(@Nullable Map<String, Thumbnails.Picture> fresh) {
        if (fresh != null) {
            dirty = true;
            fresh.forEach((name, picture) -> {
                if (picture.alarm() != null) model.alarms().put(name, picture.alarm());
                ThumbnailImage shown = pictures.get(name);
                if (shown != null
                        && shown.getWidth() == picture.width()
                        && shown.getHeight() == picture.height()) {
                    shown.show(picture);
                } else {
                    pictures.put(name, ThumbnailImage.of(picture));
                }
            });
        }
        if (dirty) paint();
        // New pixels may reach the renderer one pulse after they were set.
        dirty = fresh != null;
    }

    void paint() {
        dirty = false;
        MapLayout map = model.map();
        var to = canvas.clean();
        if (map == null || getWidth() < 1 || getHeight() < 1) return;
        painter.paint(new CanvasDrawing(to), scene(map));
    }

    /// The whole map; null before the first network.
    public @Nullable NodePicture picture() {
        MapLayout map = model.map();
        return map == null ? null : new WholeMap(painter, scene(map)).picture();
    }

    /// The same as SVG.
    public @Nullable String svg() {
        MapLayout map = model.map();
        return map == null ? null : new WholeMap(painter, scene(map)).svg();
    }

    private MapScene scene(MapLayout map) {
        return new MapScene(
                map,
                viewport.toStage(),
                getWidth(),
                getHeight(),
                pictures,
                model.selectedNode().orElse(null),
                hovered,
                isFocused(),
                model.shownTimes(),
                marks,
                peak,
                model.alarms(),
                model.differentProperty().get(),
                model.rounded(),
                dark.get() ? MapColours.DARK : MapColours.LIGHT);
    }

    /// Names of the nodes whose thumbnails are visible.
    Set<String> visible() {
        Set<String> names = new HashSet<>();
        MapLayout map = model.map();
        if (map == null || getWidth() < 1) return names;
        MapScene scene = scene(map);
        for (MapNode node : map.nodes()) {
            if (!node.bead() && scene.shows(scene.on(node.box()))) names.add(node.name());
        }
        return names;
    }

    /// The node at a point of the view, or the nearest bead: most are hardly larger than the pointer's tip.
    @Nullable MapNode nodeAt(double x, double y) {
        MapLayout map = model.map();
        if (map == null || x < MapEdges.GUTTER || y < MapEdges.HEAD) return null;
        MapScene scene = scene(map);
        MapNode found = null;
        double nearest = REACH;
        for (MapNode node : map.nodes()) {
            Box box = scene.on(node.box());
            double aside = Math.max(box.x() - x, x - box.right());
            double off = Math.max(0, Math.max(aside, Math.max(box.y() - y, y - box.bottom())));
            if (off > (node.bead() ? nearest : 0)) continue;
            found = node;
            nearest = off;
        }
        return found;
    }

    void hover(@Nullable MapNode node) {
        if (node != hovered) dirty = true;
        hovered = node;
    }

    /// Scrolls the selected node into view.
    private void reveal() {
        MapLayout map = model.map();
        MapNode node = model.selectedNode().orElse(null);
        if (map == null || node == null || getWidth() < 1) return;
        Box box = scene(map).on(node.box());
        // No more than the fitted map leaves: selecting a node must not shift a map that is fully
        // visible.
        double edge = MARGIN / 2;
        double left = MapEdges.GUTTER + edge - box.x();
        double right = getWidth() - edge - box.right();
        double top = MapEdges.HEAD + edge - box.y();
        double bottom = getHeight() - edge - box.bottom();
        double dx = left > 0 ? left : Math.min(right, 0);
        double dy = top > 0 ? top : Math.min(bottom, 0);
        if (dx != 0 || dy != 0) pan(dx, dy);
    }

    /// Zooms in as far as these nodes stay fully visible, from now on at every size of the dock; the whole map if there
    /// are none.
    public void frame(Set<String> names) {
        aim = Set.copyOf(names);
        refit();
    }

    private void refit() {
        Set<String> names = aim;
        if (names == null) return;
        double across = Math.max(1, getWidth() - MapEdges.GUTTER - MARGIN);
        double down = Math.max(1, getHeight() - MapEdges.HEAD - MARGIN);
        if (getHeight() > 1) model.shape(across / down);
        MapLayout map = model.map();
        if (map == null) return;
        viewport.pictureSize(map.width(), map.height());
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (MapNode node : map.nodes()) {
            if (!names.contains(node.name())) continue;
            left = Math.min(left, node.box().x());
            top = Math.min(top, node.box().y());
            right = Math.max(right, node.box().right());
            bottom = Math.max(bottom, node.box().bottom());
        }
        if (right <= left) viewport.fit();
        else viewport.show(new BoundingBox(left, top, right - left, bottom - top), FRAME, CLOSEST);
    }

    void zoom(double factor, double x, double y) {
        aim = null;
        viewport.zoom(factor, x - MapEdges.GUTTER, y - MapEdges.HEAD);
    }

    @Override
    protected void layoutChildren() {
        canvas.size(getWidth(), getHeight());
        viewport.stageSize(getWidth() - MapEdges.GUTTER, getHeight() - MapEdges.HEAD);
        refit();
        dirty = true;
    }
}
