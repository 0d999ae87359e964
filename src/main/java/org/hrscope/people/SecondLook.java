package org.hrscope.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
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

    /// sqrt(detection score) * (mean of the six best joint scores)^2, from 0 to 1: a joint scores 1 at most. Training
    /// drives the peaks there, and a network that overshoots is not believed more for it.
    public static double sureness(double finderScore, Pose pose) {
        double joints = Math.min(1, surest(pose));
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

    /// Those of `found` that a pose can confirm, in their order: a detection below the square of [#SURE] never counts
    /// as a person, and need not be looked at.
    public static List<FoundPerson> worthALook(List<FoundPerson> found) {
        return found.stream().filter(each -> Math.sqrt(each.score()) >= SURE).toList();
    }

    /// Everyone confirmed, most confident first, re-estimated in the union of the detection's box and the box of
    /// their confident joints; duplicates on one body are merged.
    ///
    /// @param found detections in this image
    public static List<Sighting> of(List<FoundPerson> found, Likeness likeness, Looks looks)
            throws Problem {
        List<FoundPerson> worth = worthALook(found);
        List<BoundingBox> boxes = worth.stream().map(FoundPerson::box).toList();
        return again(judged(worth, looks.at(boxes)), likeness, looks, false);
    }

    /// The same, where these lanes may run the flip test: who is there is judged without it.
    ///
    /// @param looks of these lanes or others at this image
    public static List<Sighting> of(
            List<FoundPerson> found,
            Likeness likeness,
            PoseLanes lanes,
            Function<PoseLanes, Looks> looks)
            throws Problem {
        if (!lanes.options().flip()) return of(found, likeness, looks.apply(lanes));
        List<FoundPerson> worth = worthALook(found);
        List<BoundingBox> boxes = worth.stream().map(FoundPerson::box).toList();
        List<Sighting> judged = judged(worth, looks.apply(lanes.judging()).at(boxes));
        return again(judged, likeness, looks.apply(lanes), true);
    }

    /// The second half of [#of]: re-estimates each, merging duplicates before and after. Whoever shows no joint outside
    /// the detection's box has been seen in the best box already.
    ///
    /// @param judged from [#judged], for this image
    /// @param anew   whether these looks are better than the first, so that nobody keeps the first estimate
    public static List<Sighting> again(
            List<Sighting> judged, Likeness likeness, Looks looks, boolean anew) throws Problem {
        List<Sighting> there = likeness.distinct(judged);
        List<BoundingBox> best = there.stream().map(each -> closer(each.pose())).toList();
        List<BoundingBox> others = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            if (anew || !seenIn(best.get(i), there.get(i))) others.add(best.get(i));
        }
        Iterator<Estimate> nearer = looks.at(others).iterator();
        List<Sighting> seen = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            Sighting before = there.get(i);
            boolean done = !anew && seenIn(best.get(i), before);
            Estimate now = done ? before.estimate() : nearer.next();
            seen.add(new Sighting(before.found(), now, before.sureness()));
        }
        return likeness.distinct(seen);
    }

    private static boolean seenIn(BoundingBox box, Sighting before) {
        return box.equals(before.pose().box());
    }

    /// Those of `found` that are confirmed, most confident first.
    ///
    /// @param estimates in their boxes, in their order
    public static List<Sighting> judged(List<FoundPerson> found, List<Estimate> estimates) {
        List<Sighting> there = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            FoundPerson person = found.get(i);
            Estimate estimate = estimates.get(i);
            double sureness = sureness(person.score(), estimate.judged());
            if (sureness >= SURE) there.add(new Sighting(person, estimate, sureness));
        }
        there.sort(Comparator.comparingDouble(Sighting::sureness).reversed());
        return there;
    }

    /// The pose's box, extended to its confident joints: keeps what the finder saw and cuts off no joint.
    static BoundingBox closer(Pose pose) {
        List<Keypoint> sure =
                pose.keypoints().stream().filter(joint -> joint.score() > SURE_JOINT).toList();
        return sure.size() < JOINTS ? pose.box() : Boxes.both(pose.box(), Boxes.round(sure));
    }
}
