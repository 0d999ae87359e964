package org.hrscope.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;

/// The pose network's say on what a finder found: it knows better whether somebody is there, and a box round the joints
/// it is sure of shows it the person more closely. For one picture; nothing is kept from one to the next. Any thread.
public final class SecondLook {
    /// From this sureness on somebody is there.
    public static final double SURE = 0.27;

    /// So many joints tell whether somebody is there: a person half hidden has as many.
    private static final int JOINTS = 6;

    /// A joint surer than this tells where the body is.
    static final double SURE_JOINT = 0.4;

    private SecondLook() {}

    /// Poses in these boxes of the picture, in their order. May run side by side.
    @FunctionalInterface
    public interface Looks {
        List<Estimate> at(List<BoundingBox> boxes) throws Problem;
    }

    /// sqrt(finder's score) * (mean of the six surest joints)^2
    public static double sureness(double finderScore, Pose pose) {
        double joints = surest(pose);
        return Math.sqrt(finderScore) * joints * joints;
    }

    /// The mean score of the six surest joints, of all where there are fewer.
    static double surest(Pose pose) {
        return pose.keypoints().stream()
                        .mapToDouble(joint -> -joint.score())
                        .sorted()
                        .limit(JOINTS)
                        .average()
                        .orElse(0)
                * -1;
    }

    /// Whether as many joints are sure as it takes to tell where a body is; of a small skeleton, all.
    static boolean certain(Pose pose) {
        List<Keypoint> joints = pose.keypoints();
        long sure = joints.stream().filter(joint -> joint.score() > SURE_JOINT).count();
        return sure >= Math.min(JOINTS, joints.size());
    }

    /// Everyone who is really there, the surest first, each looked at once more in the finder's box and the one round
    /// their sure joints together; two on one body are one.
    ///
    /// @param found the finder's, of this picture
    public static List<Sighting> of(List<FoundPerson> found, Likeness likeness, Looks looks)
            throws Problem {
        return again(judged(found, looks.at(boxes(found))), likeness, looks);
    }

    /// The second half of [#of]: the other look at each, two on one body made one before and after.
    ///
    /// @param judged as [#judged] gives them, of this picture
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

    /// Those of `found` who are really there, the surest first.
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

    /// The box the pose was found in, grown to take in the joints that are sure: nothing that the finder saw is cut off,
    /// and no joint beyond its box is.
    static BoundingBox closer(Pose pose) {
        List<Keypoint> sure =
                pose.keypoints().stream().filter(joint -> joint.score() > SURE_JOINT).toList();
        return sure.size() < JOINTS ? pose.box() : Boxes.both(pose.box(), Boxes.round(sure));
    }
}
