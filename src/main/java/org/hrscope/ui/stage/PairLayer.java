package org.hrscope.ui.stage;

import java.util.BitSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.inference.Estimate;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ColorMap;
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

    private final ObjectProperty<@Nullable PosePair> pair = new SimpleObjectProperty<>();
    private final ObjectProperty<PairView> view = new SimpleObjectProperty<>(PairView.B);
    private final HeatmapLayer heatmaps;
    private final OverlayMap difference;

    PairLayer(HeatmapLayer heatmaps, Runnable repaint) {
        this.heatmaps = heatmaps;
        difference = new OverlayMap(repaint);
        Changes.of(repaint, pair, view);
    }

    /// Null for none.
    public ObjectProperty<@Nullable PosePair> pairProperty() {
        return pair;
    }

    public ObjectProperty<PairView> viewProperty() {
        return view;
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
    void paint(@Nullable PosePair over, Estimate estimate, BitSet joints, boolean hues) {
        PairView wanted = over == null ? PairView.A : view.get();
        if (over == null || wanted == PairView.A) {
            heatmaps.show(estimate.heatmaps(), estimate.geometry(), joints, hues);
        } else if (wanted == PairView.B) {
            heatmaps.show(over.b().maps(), over.geometry(), joints, hues);
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
                ColourScale.of(ColorMap.MAGMA, true, Math.max(reach, LEAST_REACH)),
                over.geometry().fromHeatmap());
    }

    /// Nobody is chosen.
    void hide() {
        difference.hide();
    }
}
