package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hrscope.domain.Keypoint;
import org.hrscope.pixels.CropGeometry;

/// What a cut does to one joint.
///
/// @param pixels how far it moves in the frame; not a number where it is nowhere before or after (a joint whose peak is
///               not above zero has no place)
/// @param cells  the same in cells of the heatmap
/// @param before the peak of the whole network's heatmap
/// @param after  the peak of the cut one's
public record JointEffect(int joint, double pixels, double cells, double before, double after) {

    /// Joints that are lost first, then by how far they move, then by how far the peak falls.
    public static final Comparator<JointEffect> LARGEST_FIRST =
            Comparator.comparing(JointEffect::lost)
                    .thenComparingDouble(effect -> Double.isNaN(effect.cells) ? 0 : effect.cells)
                    .thenComparingDouble(effect -> Math.abs(effect.before - effect.after))
                    .reversed()
                    .thenComparingInt(JointEffect::joint);

    /// In the order of the joints.
    public static List<JointEffect> between(Readout whole, Readout cut, CropGeometry geometry) {
        List<JointEffect> effects = new ArrayList<>();
        for (int joint = 0; joint < whole.joints().size(); joint++) {
            Keypoint before = whole.joints().get(joint);
            Keypoint after = cut.joints().get(joint);
            boolean placed = before.score() > 0 && after.score() > 0;
            double pixels =
                    placed
                            ? Math.hypot(after.x() - before.x(), after.y() - before.y())
                            : Double.NaN;
            double cells = pixels * geometry.toHeatmap().a();
            effects.add(new JointEffect(joint, pixels, cells, before.score(), after.score()));
        }
        return effects;
    }

    /// Whether the cut takes the joint away altogether.
    public boolean lost() {
        return before > 0 && !(after > 0);
    }
}
