package org.hrscope.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;

/// An angle by the names of its joints, such as `left_shoulder,left_elbow,left_wrist`: the second is its vertex.
/// Immutable.
public record AngleName(List<String> joints) {
    public AngleName {
        joints = List.copyOf(joints);
    }

    /// @throws Problem `angle.three` unless it names three joints, each once
    public static AngleName parse(String text) throws Problem {
        List<String> joints = Arrays.stream(text.split(",", -1)).map(AngleName::written).toList();
        boolean blank = joints.stream().anyMatch(String::isEmpty);
        if (blank || joints.size() != 3 || joints.stream().distinct().count() != 3) {
            throw new Problem("angle.three", text);
        }
        return new AngleName(joints);
    }

    /// The name of an angle in a skeleton.
    public static AngleName of(Skeleton skeleton, int from, int at, int to) {
        return new AngleName(
                Stream.of(from, at, to)
                        .map(joint -> written(skeleton.joints().get(joint)))
                        .toList());
    }

    /// A joint's name as in the columns of tables.
    public static String written(String joint) {
        return joint.strip().replaceAll("\\s+", "_");
    }

    /// @throws Problem `angle.joint` if the skeleton lacks one of the joints
    public JointAngle in(Skeleton skeleton) throws Problem {
        List<String> known = skeleton.joints().stream().map(AngleName::written).toList();
        List<Integer> found = new ArrayList<>();
        for (String joint : joints) {
            int at = known.indexOf(joint);
            if (at < 0) throw new Problem("angle.joint", joint, String.join(", ", known));
            found.add(at);
        }
        return new JointAngle(found.get(0), found.get(1), found.get(2));
    }

    /// Empty where the skeleton lacks one of the joints.
    public Optional<JointAngle> find(Skeleton skeleton) {
        try {
            return Optional.of(in(skeleton));
        } catch (Problem lacking) {
            return Optional.empty();
        }
    }

    /// Such as `angle_left_shoulder_left_elbow_left_wrist`.
    public String column() {
        return "angle_" + String.join("_", joints);
    }
}
