package org.hrscope.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JointAngleTest {
    private static final JointAngle ANGLE = new JointAngle(0, 1, 2);

    private static Pose arm(double x, double y, double score) {
        return new Pose(
                List.of(
                        new Keypoint(20, 10, 0.9),
                        new Keypoint(10, 10, 0.9),
                        new Keypoint(10 + x, 10 + y, score)),
                new BoundingBox(0, 0, 30, 30));
    }

    @ParameterizedTest
    @CsvSource({"5,0,0", "5,5,45", "0,5,90", "0,-5,90", "-5,5,135", "-5,0,180", "-5,-0.001,179.99"})
    void degrees(double x, double y, double degrees) {
        assertThat(ANGLE.degrees(arm(x, y, 0.9), 0.3).orElseThrow())
                .isCloseTo(degrees, within(0.01));
    }

    @Test
    void noneWhereAJointIsUnsureOrMissing() {
        assertThat(ANGLE.degrees(arm(5, 5, 0.2), 0.3)).isEmpty();
        assertThat(ANGLE.degrees(arm(5, 5, Double.NaN), 0.3)).isEmpty();
        assertThat(ANGLE.degrees(arm(0, 0, 0.9), 0.3)).isEmpty();
        assertThat(ANGLE.degrees(arm(Double.NaN, 0, 0.9), 0.3)).isEmpty();
        assertThat(new JointAngle(0, 1, 3).degrees(arm(5, 5, 0.9), 0.3)).isEmpty();
    }

    /// By their names: another network numbers its joints in another way, or lacks one.
    @Test
    void aChosenAngleStaysAtItsJointsInAnotherSkeleton() {
        Skeleton coco = Skeletons.byId("coco17").orElseThrow();
        Skeleton mpii = Skeletons.byId("mpii16").orElseThrow();
        AngleName knee = AngleName.of(coco, 12, 14, 16);
        JointAngle there = knee.find(mpii).orElseThrow();
        assertThat(mpii.joints().get(there.from())).isEqualTo(coco.joints().get(12));
        assertThat(mpii.joints().get(there.at())).isEqualTo(coco.joints().get(14));
        assertThat(mpii.joints().get(there.to())).isEqualTo(coco.joints().get(16));
        assertThat(there).isNotEqualTo(knee.find(coco).orElseThrow());
        AngleName head = AngleName.of(coco, 0, 5, 7);
        assertThat(JointAngle.chosenOr(head, coco, 14)).contains(new JointAngle(0, 5, 7));
        assertThat(JointAngle.chosenOr(head, mpii, 14))
                .as("no nose there")
                .isEqualTo(JointAngle.at(mpii, 14));
    }

    @Test
    void threeJointsAreNeeded() {
        assertThatThrownBy(() -> new JointAngle(1, 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limbsOfTheSameSideMeetAtAJoint() {
        Skeleton coco = Skeletons.byId("coco17").orElseThrow();
        assertThat(JointAngle.at(coco, 7)).contains(new JointAngle(5, 7, 9));
        assertThat(JointAngle.at(coco, 14)).contains(new JointAngle(12, 14, 16));
        assertThat(JointAngle.at(coco, 6)).contains(new JointAngle(8, 6, 12));
        assertThat(JointAngle.at(coco, 11)).contains(new JointAngle(5, 11, 13));
        for (int none : new int[] {-1, 0, 1, 2, 3, 4, 9, 10, 15, 16, 17}) {
            assertThat(JointAngle.at(coco, none)).as("joint %d", none).isEmpty();
        }
        Skeleton hand = Skeletons.byId("hand21").orElseThrow();
        assertThat(JointAngle.at(hand, 6)).contains(new JointAngle(5, 6, 7));
        assertThat(JointAngle.at(hand, 0)).isEmpty();
    }
}
