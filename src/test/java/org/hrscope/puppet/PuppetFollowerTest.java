package org.hrscope.puppet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PuppetFollowerTest {
    private final Actor actor = new Actor();
    private final PuppetFollower follower = new PuppetFollower();

    private PuppetPose follow(long from, long to) {
        PuppetPose pose = null;
        for (long frame = from; frame <= to; frame++) {
            pose = follower.next(Actor.COCO, actor.pose(frame), frame * Actor.FRAME);
        }
        assertThat(pose).isNotNull();
        return pose;
    }

    private static Spot[] spots(PuppetPose pose) {
        return Arrays.stream(MotionJoint.values())
                .map(joint -> joint.in(pose))
                .toArray(Spot[]::new);
    }

    @Test
    void bonesKeepTheirLengthWhateverTheFigureDoes() {
        double[] least = new double[Bones.COUNT];
        Arrays.fill(least, Double.MAX_VALUE);
        double[] most = new double[Bones.COUNT];
        double step = 0;
        double[] before = null;
        for (long frame = 0; frame < 1080; frame++) {
            PuppetPose pose = follower.next(Actor.COCO, actor.pose(frame), frame * Actor.FRAME);
            if (frame < 60) continue;
            double[] now = pose.bones().lengths();
            for (int bone = 0; bone < now.length; bone++) {
                least[bone] = Math.min(least[bone], now[bone]);
                most[bone] = Math.max(most[bone], now[bone]);
                if (before != null) step = Math.max(step, Math.abs(now[bone] / before[bone] - 1));
            }
            before = now;
        }
        double[] range = new double[Bones.COUNT];
        for (int bone = 0; bone < range.length; bone++) range[bone] = most[bone] / least[bone];
        System.out.printf(
                "bones over 34 s: longest by shortest %s; most in a frame %.4f%n",
                Arrays.toString(Arrays.stream(range).mapToObj("%.3f"::formatted).toArray()), step);
        assertThat(Arrays.stream(range).max().orElse(9)).isLessThan(1.15);
        assertThat(step).isLessThan(0.01);
    }

    /// Of the body's height.
    @Test
    void handsAndFeetAreWhereThePersonsAre() {
        List<Double> hands = new ArrayList<>();
        List<Double> feet = new ArrayList<>();
        for (long frame = 0; frame < 1080; frame++) {
            PuppetPose pose = follower.next(Actor.COCO, actor.pose(frame), frame * Actor.FRAME);
            List<Keypoint> truth = actor.joints(frame);
            hands.add(pose.arm(1)[2].distance(Spot.of(truth.get(9))) / actor.height());
            hands.add(pose.arm(-1)[2].distance(Spot.of(truth.get(10))) / actor.height());
            feet.add(pose.leg(1)[2].distance(Spot.of(truth.get(15))) / actor.height());
            feet.add(pose.leg(-1)[2].distance(Spot.of(truth.get(16))) / actor.height());
        }
        hands.sort(Double::compare);
        feet.sort(Double::compare);
        System.out.printf(
                "off by, of the height: hands %.3f, nine in ten %.3f; feet %.3f, %.3f%n",
                hands.get(hands.size() / 2),
                hands.get(9 * hands.size() / 10),
                feet.get(feet.size() / 2),
                feet.get(9 * feet.size() / 10));
        assertThat(hands.get(hands.size() / 2)).isLessThan(0.04);
        assertThat(feet.get(feet.size() / 2)).isLessThan(0.03);
        assertThat(feet.get(9 * feet.size() / 10)).isLessThan(0.06);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingMakesItFlyOrVanish(long seed) {
        Random random = new Random(seed);
        long nanos = 0;
        PuppetPose before = null;
        for (int n = 0; n < 400; n++) {
            long gap = random.nextInt(30) == 0 ? -700_000_000L : random.nextLong(90_000_000);
            nanos += gap;
            Pose pose = random.nextInt(3) == 0 ? actor.pose(n) : Actor.wild(random);
            PuppetPose now = follower.next(Actor.COCO, pose, nanos);
            for (Spot spot : spots(now)) {
                assertThat(Math.abs(spot.x()) + Math.abs(spot.y())).isFinite().isLessThan(50_000);
            }
            if (before != null && gap > 0) {
                double most = 24 * gap / 1e9 + 1e-9;
                assertThat(
                                Math.abs(
                                        Follow.wrapped(
                                                now.leftArm().upper() - before.leftArm().upper())))
                        .isLessThanOrEqualTo(most);
                assertThat(
                                Math.abs(
                                        Follow.wrapped(
                                                now.rightLeg().lower()
                                                        - before.rightLeg().lower())))
                        .isLessThanOrEqualTo(most);
            }
            before = now;
        }
    }

    @Test
    void anArmThatIsNotSeenSinksToRest() {
        // The left hand is up.
        follow(60, 125);
        PuppetPose up = follow(126, 126);
        assertThat(Math.abs(up.leftArm().upper())).isGreaterThan(1.3);
        Pose hidden = Actor.without(actor.pose(126), 7, 9);
        PuppetPose soon = follower.next(Actor.COCO, hidden, 127 * Actor.FRAME);
        assertThat(soon.leftArm().upper()).isCloseTo(up.leftArm().upper(), within(0.15));
        PuppetPose later = soon;
        for (int n = 128; n < 218; n++) {
            later = follower.next(Actor.COCO, hidden, n * Actor.FRAME);
        }
        assertThat(later.leftArm().upper()).isBetween(0.0, 0.25);
        assertThat(later.leftArm().sure()).isZero();
        assertThat(later.rightArm().sure()).isEqualTo(1);
    }

    @Test
    void whoIsSeenFromTheWaistUpStandsOnLegs() {
        PuppetPose pose = null;
        for (int n = 0; n < 60; n++) {
            Pose half = Actor.without(actor.pose(n), 11, 12, 13, 14, 15, 16);
            pose = follower.next(Actor.COCO, half, n * Actor.FRAME);
        }
        assertThat(pose).isNotNull();
        for (int side : new int[] {1, -1}) {
            Spot[] leg = pose.leg(side);
            assertThat(leg[2].y()).isGreaterThan(leg[1].y());
            assertThat(leg[2].y() - leg[0].y()).isGreaterThan(0.4 * pose.height());
        }
        assertThat(pose.height()).isCloseTo(actor.height(), within(0.15 * actor.height()));
    }

    /// As small networks do now and then.
    @Test
    void oneFootFoundTwiceIsOneLegsFoot() {
        PuppetPose pose = null;
        for (int n = 0; n < 60; n++) {
            List<Keypoint> joints = new ArrayList<>(actor.joints(n));
            joints.set(15, joints.get(16));
            pose = follower.next(Actor.COCO, new Pose(joints, Actor.BOX), n * Actor.FRAME);
        }
        assertThat(pose).isNotNull();
        Spot left = Spot.of(actor.joints(59).get(15));
        Spot right = Spot.of(actor.joints(59).get(16));
        assertThat(pose.leg(-1)[2].distance(right)).isLessThan(0.03 * actor.height());
        assertThat(pose.leg(1)[2].distance(left)).isLessThan(0.06 * actor.height());
        assertThat(pose.leftLeg().sure()).isLessThan(pose.rightLeg().sure());
    }

    @Test
    void nobodyAtAllIsARestingPuppet() {
        Pose nobody =
                new Pose(
                        actor.pose(0).keypoints().stream()
                                .map(each -> new Keypoint(0, 0, 0))
                                .toList(),
                        Actor.BOX);
        PuppetPose pose = follower.next(Actor.COCO, nobody, 5);
        assertThat(pose.hips()).isEqualTo(new Spot(640, 360));
        assertThat(pose.turn()).isEqualTo(1);
        assertThat(pose.spine()).isZero();
    }

    @Test
    void aMirroredPersonIsAMirroredPuppet() {
        PuppetFollower other = new PuppetFollower();
        for (long frame = 0; frame < 900; frame += 2) {
            Pose pose = actor.pose(frame);
            PuppetPose one = follower.next(Actor.COCO, pose, frame * Actor.FRAME);
            PuppetPose two = other.next(Actor.COCO, Actor.mirrored(pose), frame * Actor.FRAME);
            assertThat(two.arm(-1)[2].x()).isCloseTo(1000 - one.arm(1)[2].x(), within(1e-3));
            assertThat(two.leg(1)[1].x()).isCloseTo(1000 - one.leg(-1)[1].x(), within(1e-3));
            assertThat(two.headCentre().x()).isCloseTo(1000 - one.headCentre().x(), within(1e-3));
        }
    }

    @Test
    void theSameFrameAgainChangesNothingAndGoingBackStartsOver() {
        follow(0, 40);
        PuppetPose now = follow(41, 41);
        assertThat(follower.next(Actor.COCO, actor.pose(41), 41 * Actor.FRAME)).isSameAs(now);
        PuppetPose anew = follower.next(Actor.COCO, actor.pose(10), 10 * Actor.FRAME);
        PuppetPose fresh = new PuppetFollower().next(Actor.COCO, actor.pose(10), 10 * Actor.FRAME);
        assertThat(anew).isEqualTo(fresh);
    }

    /// A leg on which a person squats keeps its foot on the floor.
    @Test
    void squatsLowerTheHipsNotTheFloor() {
        PuppetPose standing = follow(545, 555);
        double hips = standing.hips().y();
        double floor = standing.leg(1)[2].y();
        double lowest = hips;
        double sunk = 0;
        for (long frame = 556; frame < 710; frame++) {
            PuppetPose pose = follower.next(Actor.COCO, actor.pose(frame), frame * Actor.FRAME);
            lowest = Math.max(lowest, pose.hips().y());
            double truth =
                    Math.max(actor.joints(frame).get(15).y(), actor.joints(frame).get(16).y());
            double foot = Math.max(pose.leg(1)[2].y(), pose.leg(-1)[2].y());
            sunk = Math.max(sunk, Math.abs(foot - truth));
        }
        System.out.printf("hips down by %.0f px, feet off by %.1f px%n", lowest - hips, sunk);
        assertThat(lowest - hips).isGreaterThan(0.08 * standing.height());
        assertThat(sunk).isLessThan(0.05 * standing.height());
        assertThat(floor).isGreaterThan(hips);
    }
}
