package org.hrscope.action;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.AngleName;
import org.hrscope.motion.JointAngle;

/// One number from several angles, mostly those of the left and the right side. Immutable.
public record AngleSignal(List<AngleName> angles, Blend blend) {

    /// How the angles become one.
    public enum Blend {
        /// Of those that are seen: from the side, one arm hides the other.
        MEAN,

        /// All must be seen.
        SMALLEST,

        /// Of those that are seen.
        LARGEST
    }

    public AngleSignal {
        angles = List.copyOf(angles);
    }

    /// The same angle on both sides.
    static AngleSignal bothSides(Blend blend, String from, String at, String to) {
        List<AngleName> sides = new ArrayList<>();
        for (String side : List.of("left_", "right_")) {
            sides.add(new AngleName(List.of(side + from, side + at, side + to)));
        }
        return new AngleSignal(sides, blend);
    }

    /// The angles of a skeleton's joints.
    ///
    /// @throws Problem `angle.joint`
    Read in(Skeleton skeleton) throws Problem {
        List<JointAngle> found = new ArrayList<>();
        for (AngleName angle : angles) found.add(angle.in(skeleton));
        return new Read(found, blend);
    }

    /// Reads the number from poses of one skeleton.
    record Read(List<JointAngle> angles, Blend blend) {
        /// NaN where too little is seen.
        double of(Pose pose) {
            double sum = 0;
            double smallest = Double.POSITIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            int seen = 0;
            for (JointAngle angle : angles) {
                OptionalDouble one = angle.degrees(pose, Countable.LEAST_SCORE);
                if (one.isEmpty()) continue;
                seen++;
                sum += one.getAsDouble();
                smallest = Math.min(smallest, one.getAsDouble());
                largest = Math.max(largest, one.getAsDouble());
            }
            if (seen == 0 || blend == Blend.SMALLEST && seen < angles.size()) return Double.NaN;
            return switch (blend) {
                case MEAN -> sum / seen;
                case SMALLEST -> smallest;
                case LARGEST -> largest;
            };
        }
    }
}
