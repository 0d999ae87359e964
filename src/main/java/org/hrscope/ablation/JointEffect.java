package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hrscope.domain.Keypoint;
import org.hrscope.pixels.CropGeometry;

/// The effect of a cut on one joint.
///
/// @param pixels displacement in the frame; NaN if the joint has no position before or after (its peak is not above 0)
/// @param cells  the same in heatmap cells
/// @param before peak of the whole network's heatmap
/// @param after  peak of the cut network's heatmap
public record JointEffect(int joint, double pixels, double cells, double before, double after) {

    /// Lost joints first, then by displacement, then by change of the peak.
    public static final Comparator<JointEffect> LARGEST_FIRST =
            Comparator.comparing(JointEffect::lost)
                    .thenComparingDouble(effect -> Double.isNaN(effect.cells) ? 0 : effect.cells)
                    .thenComparingDouble(effect -> Math.abs(effect.before - effect.after))
                    .reversed()
                    .thenComparingInt(JointEffect::joint);

    /// In skeleton order.
    public static List<JointEffect> between(Readout whole, Readout cut, CropGeometry geometry) {
        List<JointEffect> effects = new ArrayList<>();
        for (int joint = 0; joint < whole.joints().size(); joint++) {
            Keypoint before = whole.joints().get(joint);
            Keypoint after = cut.joints().get(joint);
            boolean placed = before.score() > 0 && after.score() > 0;
            double pixels = placed ? before.distance(after) : Double.NaN;
            double cells = pixels * geometry.toHeatmap().a();
            effects.add(new JointEffect(joint, pixels, cells, before.score(), after.score()));
        }
        return effects;
    }

    /// Whether the joint disappears.
    public boolean lost() {
        return before > 0 && !(after > 0);
    }
}
