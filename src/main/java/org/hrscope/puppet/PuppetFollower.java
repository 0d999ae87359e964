package org.hrscope.puppet;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.BodyJoint;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.PoseSmoothing;
import org.hrscope.puppet.PuppetPose.Head;
import org.hrscope.puppet.PuppetPose.Limb;
import org.jspecify.annotations.Nullable;

/// Makes a puppet follow one person: smooths the joints, holds the bones' lengths, and lets what is not sure sink to
/// rest. One thread.
public final class PuppetFollower {
    /// After a longer gap it starts anew.
    private static final double PAUSE_SECONDS = 1;

    /// The first pose is taken up at once.
    private static final double AT_ONCE = 5;

    private static final double REST = 0.12;

    /// Quicker than the stage's: bones hide what trembles.
    private static final OneEuro LIVELY = new OneEuro(1.2, 30);

    /// From the side, below this turn; above the other, no longer.
    private static final double SIDEWAYS = 0.45;

    private State state = new State();
    private @Nullable PuppetPose last;
    private long lastNanos;

    private static final class State {
        final PoseSmoothing smoothing = new PoseSmoothing();
        final BodySize size = new BodySize();
        final TrunkFollower trunk = new TrunkFollower();
        final HeadFollower head = new HeadFollower();
        final LimbFollower leftArm = new LimbFollower(REST, 0.1);
        final LimbFollower rightArm = new LimbFollower(REST, 0.1);
        final LimbFollower leftLeg = new LimbFollower(REST / 3, 0);
        final LimbFollower rightLeg = new LimbFollower(REST / 3, 0);
        int near = 1;
    }

    /// @param nanos when the pose was seen, in the source's time; the same again changes nothing, going back starts
    ///     over
    public PuppetPose next(Skeleton skeleton, Pose pose, long nanos) {
        PuppetPose before = last;
        double seconds = (nanos - lastNanos) / 1e9;
        if (before != null && seconds == 0) return before;
        boolean anew = before == null || !(seconds > 0) || seconds > PAUSE_SECONDS;
        if (anew) state = new State();
        lastNanos = nanos;
        Pose body = new Pose(BodyJoint.of(skeleton, pose.keypoints()), pose.box());
        List<Keypoint> smooth = state.smoothing.next(body, nanos, LIVELY).keypoints();
        double size = before == null ? pose.box().height() : before.height();
        Joints joints = new Joints(smooth).withOneFootEach(size);
        PuppetPose now = fit(joints, pose.box(), anew ? AT_ONCE : seconds);
        last = now;
        return now;
    }

    private PuppetPose fit(Joints joints, BoundingBox box, double seconds) {
        Bones bones = state.size.next(joints.body(), seconds, Math.max(box.width(), box.height()));
        Spot middle = new Spot(box.x() + box.width() / 2, box.y() + box.height() / 2);
        Trunk trunk = state.trunk.next(joints, bones, finite(middle), seconds);
        Limb none = new Limb(0, 0, 0);
        Head ahead = new Head(trunk.spine(), 0, 0, 0, 0);
        PuppetPose bare =
                new PuppetPose(
                        bones,
                        trunk.hips(),
                        trunk.turn(),
                        trunk.spine(),
                        ahead,
                        none,
                        none,
                        none,
                        none,
                        1,
                        0);
        Head head = state.head.next(joints, bare.neck(), trunk, seconds);
        Limb leftArm = arm(state.leftArm, joints, bare, 1, seconds);
        Limb rightArm = arm(state.rightArm, joints, bare, -1, seconds);
        double forward = Math.abs(trunk.turn()) < SIDEWAYS ? Math.signum(head.facing()) : 0;
        Limb leftLeg = leg(state.leftLeg, joints, bare, new Way(1, forward, seconds));
        Limb rightLeg = leg(state.rightLeg, joints, bare, new Way(-1, forward, seconds));
        // Someone looking to the right of the image turns their right side to the viewer.
        if (Math.abs(head.facing()) > SIDEWAYS) state.near = head.facing() > 0 ? -1 : 1;
        return new PuppetPose(
                bones,
                trunk.hips(),
                trunk.turn(),
                trunk.spine(),
                head,
                leftArm,
                rightArm,
                leftLeg,
                rightLeg,
                state.near,
                joints.score(BodyJoint.LEFT_SHOULDER, BodyJoint.RIGHT_SHOULDER));
    }

    private static Spot finite(Spot spot) {
        return Double.isFinite(spot.x() + spot.y()) ? spot : new Spot(0, 0);
    }

    private static Limb arm(
            LimbFollower arm, Joints joints, PuppetPose bare, int side, double seconds) {
        return arm.arm(
                seen(
                        joints,
                        side,
                        BodyJoint.LEFT_SHOULDER,
                        BodyJoint.LEFT_ELBOW,
                        BodyJoint.LEFT_WRIST),
                new LimbFollower.Frame(
                        bare.shoulder(side),
                        bare.bones().upperArm(),
                        bare.bones().forearm(),
                        bare.turn() < 0 ? -side : side,
                        true,
                        seconds));
    }

    /// The limb of a side whose left one has these joints.
    private static LimbFollower.Seen seen(
            Joints joints, int side, BodyJoint start, BodyJoint middle, BodyJoint end) {
        return new LimbFollower.Seen(
                joints.at(start.on(side)),
                joints.at(middle.on(side)),
                joints.at(end.on(side)),
                joints.score(middle.on(side), end.on(side)));
    }

    /// @param side    1 left, -1 right
    /// @param forward where knees bend to, seen from the side: 1 right, -1 left; 0 from the front
    private record Way(int side, double forward, double seconds) {}

    private static Limb leg(LimbFollower leg, Joints joints, PuppetPose bare, Way way) {
        double outward = way.side * (bare.turn() < 0 ? -1 : 1);
        return leg.leg(
                seen(
                        joints,
                        way.side,
                        BodyJoint.LEFT_HIP,
                        BodyJoint.LEFT_KNEE,
                        BodyJoint.LEFT_ANKLE),
                new LimbFollower.Frame(
                        bare.hip(way.side),
                        bare.bones().thigh(),
                        bare.bones().shank(),
                        way.forward == 0 ? outward : way.forward,
                        Math.abs(bare.turn()) >= SIDEWAYS,
                        way.seconds));
    }
}
