package org.hrscope.motion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;

/// An angle by the names of its joints, such as `left_shoulder,left_elbow,left_wrist`: the second is its vertex.
/// Immutable.
public record AngleName(List<String> joints) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

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
        return SPACES.matcher(joint.strip()).replaceAll("_");
    }

    /// @throws Problem `angle.joint` if the skeleton lacks one of the joints
    public JointAngle in(Skeleton skeleton) throws Problem {
        List<String> known = known(skeleton);
        for (String joint : joints) {
            if (!known.contains(joint))
                throw new Problem("angle.joint", joint, String.join(", ", known));
        }
        return find(skeleton).orElseThrow();
    }

    /// Empty where the skeleton lacks one of the joints.
    public Optional<JointAngle> find(Skeleton skeleton) {
        List<String> known = known(skeleton);
        List<Integer> at = joints.stream().map(known::indexOf).toList();
        return at.contains(-1)
                ? Optional.empty()
                : Optional.of(new JointAngle(at.get(0), at.get(1), at.get(2)));
    }

    private static List<String> known(Skeleton skeleton) {
        return skeleton.joints().stream().map(AngleName::written).toList();
    }

    /// Such as `angle_left_shoulder_left_elbow_left_wrist`.
    public String column() {
        return "angle_" + String.join("_", joints);
    }
}
