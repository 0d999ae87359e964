package org.hrscope.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;

/// Verifies detections with the pose network: it judges better whether a person is there, and a box around its
/// confident joints gives a better crop. Stateless across images. Any thread.
public final class SecondLook {
    /// Confidence from which a person counts as present.
    public static final double SURE = 0.33;

    /// This many joints decide: a half-hidden person still shows as many.
    private static final int JOINTS = 6;

    /// Joints above this score locate the body.
    static final double SURE_JOINT = 0.4;

    private SecondLook() {}

    /// Poses in these boxes of the image, in their order. May run in parallel.
    @FunctionalInterface
    public interface Looks {
        List<Estimate> at(List<BoundingBox> boxes) throws Problem;
    }

    /// sqrt(detection score) * (mean of the six best joint scores)^2
    public static double sureness(double finderScore, Pose pose) {
        double joints = surest(pose);
        return Math.sqrt(finderScore) * joints * joints;
    }

    /// Mean of the six best joint scores, or of all if there are fewer.
    static double surest(Pose pose) {
        return pose.keypoints().stream()
                        .mapToDouble(joint -> -joint.score())
                        .sorted()
                        .limit(JOINTS)
                        .average()
                        .orElse(0)
                * -1;
    }

    /// Whether enough joints are confident to tell where a body is; all of them for a small skeleton.
    static boolean certain(Pose pose) {
        List<Keypoint> joints = pose.keypoints();
        long sure = joints.stream().filter(joint -> joint.score() > SURE_JOINT).count();
        return sure >= Math.min(JOINTS, joints.size());
    }

    /// Everyone confirmed, most confident first, re-estimated in the union of the detection's box and the box of
    /// their confident joints; duplicates on one body are merged.
    ///
    /// @param found detections in this image
    public static List<Sighting> of(List<FoundPerson> found, Likeness likeness, Looks looks)
            throws Problem {
        return again(judged(found, looks.at(boxes(found))), likeness, looks);
    }

    /// The second half of [#of]: re-estimates each, merging duplicates before and after.
    ///
    /// @param judged from [#judged], for this image
    public static List<Sighting> again(List<Sighting> judged, Likeness likeness, Looks looks)
            throws Problem {
        List<Sighting> there = likeness.distinct(judged);
        List<Estimate> nearer = looks.at(there.stream().map(each -> closer(each.pose())).toList());
        List<Sighting> seen = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            Sighting before = there.get(i);
            seen.add(new Sighting(before.found(), nearer.get(i), before.sureness()));
        }
        return likeness.distinct(seen);
    }

    /// Those of `found` that are confirmed, most confident first.
    ///
    /// @param estimates in their boxes, in their order
    public static List<Sighting> judged(List<FoundPerson> found, List<Estimate> estimates) {
        List<Sighting> there = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            FoundPerson person = found.get(i);
            Estimate estimate = estimates.get(i);
            double sureness = sureness(person.score(), estimate.pose());
            if (sureness >= SURE) there.add(new Sighting(person, estimate, sureness));
        }
        there.sort(Comparator.comparingDouble(Sighting::sureness).reversed());
        return there;
    }

    private static List<BoundingBox> boxes(List<FoundPerson> found) {
        return found.stream().map(FoundPerson::box).toList();
    }

    /// The pose's box, extended to its confident joints: keeps what the finder saw and cuts off no joint.
    static BoundingBox closer(Pose pose) {
        List<Keypoint> sure =
                pose.keypoints().stream().filter(joint -> joint.score() > SURE_JOINT).toList();
        return sure.size() < JOINTS ? pose.box() : Boxes.both(pose.box(), Boxes.round(sure));
    }
}
