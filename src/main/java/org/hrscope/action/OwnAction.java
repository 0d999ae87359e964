package org.hrscope.action;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.AngleName;
import org.hrscope.motion.JointAngle;

/// An action that a person has shown three times. What is counted is any repetition that is as alike as these were to
/// each other; with left and right exchanged, too.
///
/// @param angles    the ones that move, most first
/// @param curve     degrees, by moment at [Resampler#RATE] and by angle
/// @param threshold the most mean difference, in degrees
public record OwnAction(String name, List<AngleName> angles, double[][] curve, double threshold)
        implements Countable {

    public OwnAction {
        angles = List.copyOf(angles);
    }

    public OwnAction named(String other) {
        return new OwnAction(other, angles, curve, threshold);
    }

    /// Where the first angle is nearer to its end than to its rest, to show the phase by.
    Thresholds halfway() {
        double rest = curve[0][0];
        double far = rest;
        for (double[] moment : curve) {
            if (Math.abs(moment[0] - rest) > Math.abs(far - rest)) far = moment[0];
        }
        double range = far - rest;
        return Math.abs(range) < 4 * Thresholds.LEAST_APART
                ? new Thresholds(rest, rest + Thresholds.LEAST_APART)
                : new Thresholds(rest + range * 0.35, rest + range * 0.65);
    }

    @Override
    public Counter counter(Skeleton skeleton) throws Problem {
        List<JointAngle> own = new ArrayList<>();
        List<JointAngle> mirrored = new ArrayList<>();
        for (AngleName angle : angles) {
            JointAngle found = angle.in(skeleton);
            own.add(found);
            mirrored.add(
                    new JointAngle(
                            skeleton.mirror().get(found.from()),
                            skeleton.mirror().get(found.at()),
                            skeleton.mirror().get(found.to())));
        }
        return new OwnCounter(this, own, mirrored);
    }
}
