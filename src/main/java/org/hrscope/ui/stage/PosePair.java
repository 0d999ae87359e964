package org.hrscope.ui.stage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hrscope.ablation.Readout;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;

/// Two poses from one crop: A, the usual one, and B, the one it is compared with. Immutable.
///
/// @param frame  the one that the crop was taken from
/// @param person identity
public record PosePair(
        Frame.Origin frame, int person, CropGeometry geometry, Readout a, Readout b) {

    public static PosePair of(PipelineResult result, Readout a, Readout b) {
        Person person = result.person().orElseThrow();
        CropGeometry geometry = person.estimate().geometry();
        return new PosePair(result.frame().origin(), person.identity(), geometry, a, b);
    }

    /// The pair over a later frame: A is where the joints are there, and B as far from it as it was. The heatmaps go
    /// with them: where the joints were, they would belong to nobody.
    PosePair over(Frame.Origin later, List<Keypoint> joints) {
        if (later.equals(frame) || joints.size() != a.joints().size()) return this;
        List<Keypoint> moved = new ArrayList<>();
        List<Double> across = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        for (int joint = 0; joint < joints.size(); joint++) {
            Keypoint at = joints.get(joint);
            Keypoint from = a.joints().get(joint);
            Keypoint to = b.joints().get(joint);
            // What is nowhere in A has no distance.
            boolean placed = from.score() > 0;
            if (placed && at.score() > 0) {
                across.add(at.x() - from.x());
                down.add(at.y() - from.y());
            }
            moved.add(
                    new Keypoint(
                            placed ? at.x() + to.x() - from.x() : to.x(),
                            placed ? at.y() + to.y() - from.y() : to.y(),
                            to.score()));
        }
        return new PosePair(
                frame,
                person,
                geometry.movedBy(median(across), median(down)),
                new Readout(joints, a.maps()),
                new Readout(moved, b.maps()));
    }

    /// Not the mean: a joint may have been found somewhere else.
    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    /// B's heatmaps minus A's, as one map.
    ///
    /// @param joints whose maxima are compared: of one joint, its heatmap
    FeatureMaps difference(BitSet joints) {
        float[] highest = highest(b.maps(), joints);
        float[] usual = highest(a.maps(), joints);
        for (int i = 0; i < highest.length; i++) highest[i] -= usual[i];
        return new FeatureMaps(1, a.maps().height(), a.maps().width(), highest);
    }

    /// Heatmaps that are A's up to a column and B's from there on.
    ///
    /// @param column may lie between two, or outside
    /// @param swapped B's first
    Heatmaps wiped(double column, boolean swapped) {
        Heatmaps first = swapped ? b.maps() : a.maps();
        Heatmaps second = swapped ? a.maps() : b.maps();
        float[] values = second.values().clone();
        int until = (int) Math.clamp(Math.round(column), 0, first.width());
        for (int row = 0; row < values.length / first.width(); row++) {
            int from = row * first.width();
            System.arraycopy(first.values(), from, values, from, until);
        }
        return new Heatmaps(first.joints(), first.height(), first.width(), values);
    }

    private static float[] highest(Heatmaps maps, BitSet joints) {
        float[] highest = new float[maps.height() * maps.width()];
        maps.highest(joints, highest);
        return highest;
    }
}
