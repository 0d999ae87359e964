package org.hrscope.ui.stage;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.RecentPoses;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CoveredFrame;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.PixelImage;
import org.hrscope.ui.common.SharpCanvas;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// The frame with its layers. FX thread.
public final class StageView extends Region {
    private static final double LARGEST = 40;

    private final LayersViewModel layers;
    private final JointsViewModel joints;
    private final Selection selection;
    private final Viewport viewport = new Viewport(LARGEST, 0);
    private final FrameLayer frame = new FrameLayer();
    private final HeatmapLayer heatmap = new HeatmapLayer();
    private final OverlayMap overlay = new OverlayMap(this::repaint);
    private final OverlayMap sight = new OverlayMap(this::repaint);
    private final ImageView hidden = new ImageView();
    private final PairLayer pair = new PairLayer(heatmap, this::repaint);
    private final RecentPoses recent = new RecentPoses();
    private final Floating floating = new Floating(this, this::repaint);
    private final Group picture = new Group();
    private final SharpCanvas canvas = new SharpCanvas();
    private final StagePainters painters;
    private final Affine pictureToStage = new Affine();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final BooleanProperty mirrorable = new SimpleBooleanProperty();
    private final StageGuests guests = new StageGuests();
    private @Nullable PipelineResult shown;

    public StageView(
            LayersViewModel layers, JointsViewModel joints, Selection selection, JointNames names) {
        this.layers = layers;
        this.joints = joints;
        this.selection = selection;
        painters = new StagePainters(layers, joints, selection, names, recent, floating);
        getStyleClass().add("stage");
        List<Node> over = List.of(pair.differenceView(), sight.view(), overlay.view());
        picture.getChildren().addAll(frame.view(), hidden, heatmap.view());
        picture.getChildren().addAll(over);
        picture.getTransforms().add(pictureToStage);
        picture.setManaged(false);
        canvas.setMouseTransparent(true);
        setMinSize(0, 0);
        getChildren().addAll(picture, canvas);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        layers.heatmapOpacityProperty().addListener(changed -> repaint());
        for (Node each : over) each.opacityProperty().bind(layers.heatmapOpacityProperty());
        BooleanBinding heatmaps =
                layers.shownProperty(StageLayer.HEATMAPS)
                        .and(sight.view().imageProperty().isNull())
                        .and(overlay.view().imageProperty().isNull());
        heatmap.view().visibleProperty().bind(heatmaps);
        pair.differenceView().visibleProperty().bind(heatmaps);
        viewport.mirroredProperty().bind(mirrorable.and(layers.mirrorProperty()));
        viewport.toStageProperty()
                .subscribe((_, now) -> {
                    placePicture(now);
                    repaint();
                });
        for (StageLayer layer : StageLayer.values())
            Changes.of(this::repaint, layers.shownProperty(layer));
        Changes.of(
                this::repaint,
                layers.huesProperty(),
                layers.byPersonProperty(),
                layers.angleProperty(),
                joints.changesProperty(),
                selection.jointProperty());
    }

    /// A map chosen in another panel, shown instead of the heatmaps.
    public OverlayMap overlay() {
        return overlay;
    }

    /// Where a joint looks, shown instead of the heatmaps, and its receptive field.
    public OverlayMap sight() {
        return sight;
    }

    /// Hides pixels of the image; null for none.
    public void hide(CoveredFrame.@Nullable Patch patch) {
        if (patch == null || patch.width() == 0) {
            hidden.setImage(null);
            return;
        }
        hidden.setImage(PixelImage.of(patch.argb(), patch.width(), patch.height()));
        hidden.setX(patch.x());
        hidden.setY(patch.y());
    }

    /// What the chosen person is compared with.
    public PairLayer pair() {
        return pair;
    }

    /// Whether the source is one that people look at as into a mirror: a camera. Left stays left in every result.
    public BooleanProperty mirrorableProperty() {
        return mirrorable;
    }

    /// What recordings draw with.
    public StagePainters painters() {
        return painters;
    }

    /// Where the joints of the chosen person were, on the frames shown lately.
    public RecentPoses recent() {
        return recent;
    }

    Selection selection() {
        return selection;
    }

    /// Where the image is.
    public Viewport viewport() {
        return viewport;
    }

    /// Labels keep clear of this node over the stage.
    public void keepClearOf(Node node) {
        floating.add(node);
    }

    /// The result on stage; null before the first frame.
    public @Nullable PipelineResult shown() {
        return shown;
    }

    /// Before the first frame.
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// Takes ownership of the result: it is closed when the next one arrives.
    public void show(PipelineResult result) {
        // Owned from here on, even if it cannot be shown.
        PipelineResult before = shown;
        shown = result;
        if (before != null) before.close();
        Frame picture = result.frame();
        viewport.pictureSize(picture.width(), picture.height());
        frame.show(picture);
        result.person().ifPresent(person -> recent.add(picture.origin(), person));
        empty.set(false);
        repaint();
    }

    /// What of the image is visible, in its pixels; null while it is fitted.
    public @Nullable BoundingBox visiblePart() {
        if (viewport.place().fitted() || getWidth() < 1) return null;
        return viewport.toPicture().of(new BoundingBox(0, 0, getWidth(), getHeight()));
    }

    /// Zooms to a part of the image; null fits all of it.
    public void showPart(@Nullable BoundingBox part) {
        if (part == null) viewport.fit();
        else viewport.show(part, 0, LARGEST);
    }

    /// The frame at its own size with the layers as they are, never mirrored.
    ///
    /// @throws IllegalStateException where nothing is shown
    public NodePicture atSourceSize() {
        PipelineResult result = shown;
        if (result == null) throw new IllegalStateException("nothing is shown");
        Frame own = result.frame();
        Rectangle2D whole = new Rectangle2D(0, 0, own.width(), own.height());
        AffineTransform2D place = viewport.toStage();
        placePicture(AffineTransform2D.IDENTITY);
        SnapshotParameters as = new SnapshotParameters();
        as.setViewport(whole);
        ImageView below = new ImageView(picture.snapshot(as, null));
        placePicture(place);
        Canvas layersOnly = new Canvas(own.width(), own.height());
        paint(
                layersOnly.getGraphicsContext2D(),
                result,
                AffineTransform2D.IDENTITY,
                painters.atSourceSize());
        return NodePicture.of(new Group(below, layersOnly), whole);
    }

    /// Releases the last frame.
    public void clear() {
        frame.clear();
        if (shown != null) shown.close();
        shown = null;
        recent.clear();
        empty.set(true);
        repaint();
    }

    /// @param pixels of the layers per unit of length, where the window is enlarged
    public void sharpness(double pixels) {
        canvas.sharpness(pixels);
        repaint();
    }

    /// Draws over the layers from now on; repaint when it changes.
    public void invite(StageGuest guest) {
        guests.add(guest);
        repaint();
    }

    public void repaint() {
        GraphicsContext to = canvas.clean();
        PipelineResult result = shown;
        if (result != null) paint(to, result, viewport.toStage(), painters.onStage());
    }

    private void paint(
            GraphicsContext context,
            PipelineResult result,
            AffineTransform2D place,
            OverlayPainter painter) {
        paintLayers(new OnCanvas(context), result, place, painter);
        guests.paint(context, place, result);
    }

    private void paintLayers(
            OnCanvas to, PipelineResult result, AffineTransform2D place, OverlayPainter painter) {
        overlay.paintMark(to, place);
        sight.paintMark(to, place);
        Person chosen = result.person().orElse(null);
        heatmap.opacity(chosen == null ? 0 : layers.heatmapOpacityProperty().get());
        StageLayers.paintOthers(to, place, result, painter);
        if (chosen == null) {
            pair.hide();
            return;
        }
        Skeleton skeleton = result.model().skeleton();
        boolean several = result.people().size() > 1;
        PosePair both = pair.over(result, chosen);
        if (layers.shows(StageLayer.HEATMAPS))
            pair.paint(both, chosen.estimate(), joints.seen(), layers.huesProperty().get(), wipe());
        painter.paintTrails(
                to,
                place,
                recent.moments(),
                painter.look().colours(skeleton, chosen.identity(), true));
        if (both != null)
            painter.paintPair(
                    to,
                    place,
                    both,
                    new OverlayPainter.Shown(
                            chosen,
                            result.model(),
                            pair.wipes(both) ? place.x(line(), 0) : Double.NaN,
                            several));
        else painter.paint(to, place, chosen, result.model(), several);
        painter.paintName(to, place, chosen, skeleton, several);
    }

    /// The line of the wipe, in image pixels: an image of the stage places it elsewhere.
    private double line() {
        return viewport.toPicture().x(pair.wipeProperty().get() * getWidth(), 0);
    }

    private PairLayer.Wipe wipe() {
        return new PairLayer.Wipe(line() - 0.5, viewport.toStage().a() < 0);
    }

    private void placePicture(AffineTransform2D now) {
        pictureToStage.setToTransform(now.a(), now.b(), now.c(), now.d(), now.e(), now.f());
        frame.view().setSmooth(now.e() < 3);
        hidden.setSmooth(now.e() < 3);
    }

    @Override
    protected void layoutChildren() {
        canvas.size(getWidth(), getHeight());
        viewport.stageSize(getWidth(), getHeight());
        repaint();
    }
}
