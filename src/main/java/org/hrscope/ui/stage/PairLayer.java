package org.hrscope.ui.stage;

import java.util.BitSet;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.inference.Estimate;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.hrscope.ui.common.Changes;
import org.jspecify.annotations.Nullable;

/// What the chosen person is compared with, and the heatmaps that belong to it. FX thread.
public final class PairLayer {
    /// Of A, quiet, and of B: legible on any image, and apart in lightness too.
    public static final Color QUIET = Color.web("#aab7c9");

    public static final Color LOUD = Color.web("#3d8bff");

    /// Smaller differences are not worth a colour: rounding would look like an effect.
    private static final float LEAST_REACH = 0.05f;

    /// The line between A and B, in image pixels.
    ///
    /// @param mirrored whether A is on its right
    record Wipe(double x, boolean mirrored) {}

    private final ObjectProperty<@Nullable PosePair> pair = new SimpleObjectProperty<>();
    private final ObjectProperty<PairView> view = new SimpleObjectProperty<>(PairView.B);
    private final DoubleProperty wipe = new SimpleDoubleProperty(0.5);
    private final HeatmapLayer heatmaps;
    private final OverlayMap difference;

    PairLayer(HeatmapLayer heatmaps, Runnable repaint) {
        this.heatmaps = heatmaps;
        difference = new OverlayMap(repaint);
        Changes.of(repaint, pair, view, wipe);
    }

    /// Null for none.
    public ObjectProperty<@Nullable PosePair> pairProperty() {
        return pair;
    }

    public ObjectProperty<PairView> viewProperty() {
        return view;
    }

    /// Where the line of [PairView#WIPE] stands: 0 at the left edge of the stage, 1 at the right one.
    public DoubleProperty wipeProperty() {
        return wipe;
    }

    /// Whether that line is seen.
    boolean wipes(@Nullable PosePair over) {
        return over != null && view.get() == PairView.WIPE;
    }

    ImageView differenceView() {
        return difference.view();
    }

    /// The pair as it lies over the frame shown; null if it is about somebody else, or another network.
    @Nullable PosePair over(PipelineResult shown, Person chosen) {
        PosePair now = pair.get();
        boolean same =
                now != null
                        && now.person() == chosen.identity()
                        && now.a().joints().size() == shown.model().skeleton().size();
        return same ? now.over(shown.frame().origin(), chosen.pose().keypoints()) : null;
    }

    /// @param joints which are visible
    ///
    /// @param line of the wipe, in image pixels; and whether B is on its left, as in a mirror
    void paint(@Nullable PosePair over, Estimate estimate, BitSet joints, boolean hues, Wipe line) {
        PairView wanted = over == null ? PairView.A : view.get();
        if (over == null || wanted == PairView.A) {
            heatmaps.show(estimate.heatmaps(), estimate.geometry(), joints, hues);
        } else if (wanted == PairView.B) {
            heatmaps.show(over.b().maps(), over.geometry(), joints, hues);
        }
        if (over != null && wanted == PairView.WIPE) {
            double cell = over.geometry().toHeatmap().x(line.x, 0);
            heatmaps.show(over.wiped(cell, line.mirrored), over.geometry(), joints, hues);
        }
        heatmaps.hide(wanted == PairView.DIFFERENCE);
        if (over == null || wanted != PairView.DIFFERENCE) {
            difference.hide();
            return;
        }
        FeatureMaps map = over.difference(joints);
        TensorStatistics range = TensorStatistics.of(map.values(), 0, map.cells());
        float reach = Math.max(Math.abs(range.min()), Math.abs(range.max()));
        difference.show(
                map,
                ColourScale.signed(Math.max(reach, LEAST_REACH)),
                over.geometry().fromHeatmap());
    }

    /// Nobody is chosen.
    void hide() {
        difference.hide();
    }
}
