package org.hrscope.ui.stage;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Rectangle2D;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.JointAngle;
import org.hrscope.motion.RecentPoses;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.PixelBrush;
import org.hrscope.recording.FilmFormat;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;

/// Paints what the stage shows, on it or over the frames of a recording. FX thread; what it gives to a recording works
/// on any.
public final class StagePainters {
    private final LayersViewModel layers;
    private final JointsViewModel joints;
    private final Selection selection;
    private final JointNames names;
    private final RecentPoses recent;
    private final Floating floating;
    private final LetteredNames lettered = new LetteredNames();

    /// @param recent   of the chosen person
    /// @param floating over the stage
    StagePainters(
            LayersViewModel layers,
            JointsViewModel joints,
            Selection selection,
            JointNames names,
            RecentPoses recent,
            Floating floating) {
        this.layers = layers;
        this.joints = joints;
        this.selection = selection;
        this.names = names;
        this.recent = recent;
        this.floating = floating;
    }

    /// For the stage as it is now.
    OverlayPainter onStage() {
        return painter(names::of, floating.places());
    }

    /// For an image of it at the frame's own size, where nothing floats.
    OverlayPainter atSourceSize() {
        return painter(names::of, List.of());
    }

    /// The angle that is drawn; empty where none is.
    Optional<JointAngle> shownAngle(Skeleton skeleton) {
        return layers.shows(StageLayer.ANGLES)
                ? JointAngle.chosenOr(
                        layers.angleProperty().get(), skeleton, selection.jointProperty().get())
                : Optional.empty();
    }

    /// The layers as they are now, over a frame at its own size. The result must stay open meanwhile.
    public Consumer<PixelBrush> over(PipelineResult result) {
        OverlayPainter now = painter(lettered.names(result.model().skeleton(), names), List.of());
        return new StageLayers(result, now, List.copyOf(recent.moments()), lettered.letters());
    }

    /// The same for frames estimated anew, of which only the poses are known: without crop, heatmaps and trails.
    public FilmFormat.Drawing overFound(ModelInfo model) {
        OverlayPainter now = painter(lettered.names(model.skeleton(), names), List.of());
        return new FoundLayers(model, now, lettered.letters());
    }

    private OverlayPainter painter(UnaryOperator<String> called, List<Rectangle2D> over) {
        return new OverlayPainter(
                layers.now(),
                called,
                (BitSet) joints.seen().clone(),
                selection.jointProperty().get(),
                layers.angleProperty().get(),
                over);
    }
}
