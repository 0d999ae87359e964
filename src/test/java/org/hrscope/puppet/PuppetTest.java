package org.hrscope.puppet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PuppetTest {
    private final Actor actor = new Actor();

    @ParameterizedTest
    @EnumSource(Puppet.class)
    void everyPoseGivesShapesOfNumbers(Puppet puppet) {
        Random random = new Random(11);
        PuppetFollower follower = new PuppetFollower();
        for (int n = 0; n < 300; n++) {
            PuppetPose pose = follower.next(Actor.COCO, Actor.wild(random), 40_000_000L * n);
            for (Cutout piece : puppet.draw(pose)) {
                assertThat(piece.path().length % 6).isEqualTo(2);
                for (double number : piece.path()) assertThat(number).isFinite();
                assertThat(piece.width()).isNotNegative().isFinite();
            }
        }
    }

    /// Nothing of it is far from the figure, and it is about as tall.
    @ParameterizedTest
    @EnumSource(Puppet.class)
    void itIsAsTallAsThePerson(Puppet puppet) {
        PuppetFollower follower = new PuppetFollower();
        PuppetPose pose = follower.next(Actor.COCO, actor.pose(0), 0);
        double top = Double.MAX_VALUE;
        double foot = 0;
        for (Cutout piece : puppet.draw(pose)) {
            for (int i = 0; i < piece.path().length; i += 2) {
                assertThat(piece.path()[i]).isBetween(340.0, 940.0);
                top = Math.min(top, piece.path()[i + 1]);
                foot = Math.max(foot, piece.path()[i + 1]);
            }
        }
        assertThat(foot - top).isCloseTo(actor.height(), within(0.2 * actor.height()));
    }

    @ParameterizedTest
    @EnumSource(Puppet.class)
    void thePaletteIsSmall(Puppet puppet) {
        PuppetPose pose = new PuppetFollower().next(Actor.COCO, actor.pose(0), 0);
        long colours = puppet.draw(pose).stream().map(Cutout::argb).distinct().count();
        assertThat(colours).isBetween(4L, 9L);
    }

    /// The robot's shoulders are discs, one below its trunk and one above.
    @Test
    void theNearerArmLiesAboveTheTrunk() {
        PuppetPose pose = new PuppetFollower().next(Actor.COCO, actor.pose(0), 0);
        for (int near : new int[] {1, -1}) {
            PuppetPose side =
                    new PuppetPose(
                            pose.bones(),
                            pose.hips(),
                            0.3,
                            0,
                            pose.head(),
                            pose.leftArm(),
                            pose.rightArm(),
                            pose.leftLeg(),
                            pose.rightLeg(),
                            near,
                            1);
            List<Cutout> pieces = Puppet.ROBOT.draw(side);
            double unit = side.height() / 100;
            int trunk = index(pieces, side.hips().towards(side.neck(), 0.5), 28 * unit);
            assertThat(index(pieces, side.shoulder(near), 7.2 * unit)).isGreaterThan(trunk);
            assertThat(index(pieces, side.shoulder(-near), 7.2 * unit)).isLessThan(trunk);
        }
    }

    /// Of the shape round about here and as high as this.
    private static int index(List<Cutout> pieces, Spot middle, double high) {
        for (int i = 0; i < pieces.size(); i++) {
            double[] path = pieces.get(i).path();
            double left = Double.MAX_VALUE;
            double right = -left;
            double top = left;
            double foot = right;
            for (int at = 0; at < path.length; at += 2) {
                left = Math.min(left, path[at]);
                right = Math.max(right, path[at]);
                top = Math.min(top, path[at + 1]);
                foot = Math.max(foot, path[at + 1]);
            }
            Spot centre = new Spot((left + right) / 2, (top + foot) / 2);
            if (Math.abs(foot - top - high) < 0.01 * high && centre.distance(middle) < 0.5 * high)
                return i;
        }
        throw new AssertionError("no such shape");
    }

    /// The outline touches both ends.
    @Test
    void aLimbIsRoundAtBothEnds() {
        Paper paper = new Paper();
        paper.limb(new Spot(10, 20), 6, new Spot(70, 50), 3, 0xFF000000);
        double[] path = paper.pieces().getFirst().path();
        double nearOne = Double.MAX_VALUE;
        for (int i = 2; i < path.length; i += 6) {
            Spot end = new Spot(path[i + 4], path[i + 5]);
            double one = Math.abs(end.distance(new Spot(10, 20)) - 6);
            double other = Math.abs(end.distance(new Spot(70, 50)) - 3);
            assertThat(Math.min(one, other)).isLessThan(1e-6);
            nearOne = Math.min(nearOne, one);
        }
        assertThat(nearOne).isLessThan(1e-6);
        // One ball inside the other is that ball.
        Paper inside = new Paper();
        inside.limb(new Spot(10, 20), 6, new Spot(11, 20), 3, 0xFF000000);
        for (double number : inside.pieces().getFirst().path()) assertThat(number).isFinite();
    }
}
