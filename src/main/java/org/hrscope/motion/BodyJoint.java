package org.hrscope.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;

/// The joints of a body in COCO order, whichever skeleton a network predicts. Left and right are the person's own.
public enum BodyJoint {
    NOSE,
    LEFT_EYE,
    RIGHT_EYE,
    LEFT_EAR,
    RIGHT_EAR,
    LEFT_SHOULDER,
    RIGHT_SHOULDER,
    LEFT_ELBOW,
    RIGHT_ELBOW,
    LEFT_WRIST,
    RIGHT_WRIST,
    LEFT_HIP,
    RIGHT_HIP,
    LEFT_KNEE,
    RIGHT_KNEE,
    LEFT_ANKLE,
    RIGHT_ANKLE;

    private static final Keypoint UNSEEN = new Keypoint(0, 0, 0);

    /// One keypoint a constant, in their order; of score 0 where the skeleton lacks the joint, or where a number is
    /// not finite.
    public static List<Keypoint> of(Skeleton skeleton, List<Keypoint> pose) {
        List<String> names = skeleton.joints().stream().map(AngleName::written).toList();
        List<Keypoint> body = new ArrayList<>();
        for (BodyJoint joint : values()) {
            int at = names.indexOf(joint.name().toLowerCase(Locale.ROOT));
            Keypoint found = at < 0 || at >= pose.size() ? UNSEEN : pose.get(at);
            boolean finite = Double.isFinite(found.x() + found.y() + found.score());
            body.add(finite ? found : UNSEEN);
        }
        return body;
    }

    /// Whether the skeleton is a body's: a hand or a face has no shoulders and hips.
    public static boolean known(Skeleton skeleton) {
        List<String> names = skeleton.joints().stream().map(AngleName::written).toList();
        return names.containsAll(
                List.of("left_shoulder", "right_shoulder", "left_hip", "right_hip"));
    }

    /// Of a joint of the left side, the one of a side.
    ///
    /// @param side 1 left, -1 right
    public BodyJoint on(int side) {
        if (!name().startsWith("LEFT_")) throw new IllegalArgumentException(name());
        return side > 0 ? this : values()[ordinal() + 1];
    }

    public Keypoint in(List<Keypoint> body) {
        return body.get(ordinal());
    }
}
