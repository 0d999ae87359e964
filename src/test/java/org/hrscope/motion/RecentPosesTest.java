package org.hrscope.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.hrscope.people.Person;
import org.junit.jupiter.api.Test;

/// Somebody 200 pixels high, 30 frames a second.
class RecentPosesTest {
    private static final long STEP = 33_333_333;

    private final RecentPoses recent = new RecentPoses();

    private static Person at(int identity, double x, double score) {
        Pose pose =
                new Pose(
                        List.of(new Keypoint(x, 50, score), new Keypoint(x + 9, 90, score)),
                        new BoundingBox(x - 50, 0, 100, 200));
        Estimate estimate =
                new Estimate(
                        pose,
                        new Heatmaps(0, 1, 1, new float[0]),
                        null,
                        new Estimate.Times(0, 0, 0));
        return Person.of(identity, estimate);
    }

    private void add(String source, long index, int identity, double x) {
        recent.add(new Frame.Origin(source, index, index * STEP), at(identity, x, 0.9));
    }

    private void walk() {
        recent.clear();
        for (int i = 30; i < 60; i++) add("a", i, 1, 100 + 2.5 * i);
        assertThat(recent.moments()).hasSize(30);
    }

    @Test
    void threeSecondsAreKeptHoweverLongItGoesOn() {
        for (int i = 0; i < 10_000; i++) add("a", i, 1, 100 + i % 7);
        assertThat(recent.moments().size()).isBetween(89, 92);
        recent.clear();
        for (int i = 0; i < 10_000; i++) {
            recent.add(new Frame.Origin("a", i, i * 1_000_000L), at(1, 100, 0.9));
            assertThat(recent.moments().size()).isLessThanOrEqualTo(400);
        }
    }

    @Test
    void whatDoesNotFollowStartsOver() {
        walk();
        add("a", 12, 1, 250);
        assertThat(recent.moments()).as("back").hasSize(1);
        walk();
        add("a", 95, 1, 250);
        assertThat(recent.moments()).as("far ahead").hasSize(1);
        walk();
        add("b", 60, 1, 250);
        assertThat(recent.moments()).as("another source").hasSize(1);
        walk();
        add("a", 60, 2, 250);
        assertThat(recent.moments()).as("somebody else").hasSize(1);
        walk();
        add("a", 60, 1, 340);
        assertThat(recent.moments()).as("another scene").hasSize(1);
    }

    @Test
    void aStepAPauseAndDroppedFramesGoOn() {
        walk();
        add("a", 59, 1, 248);
        assertThat(recent.moments()).as("the same frame again").hasSize(30);
        add("a", 60, 1, 260);
        add("a", 69, 1, 340);
        assertThat(recent.moments()).hasSize(32);
    }

    @Test
    void theCurveIsThatOfTheFilter() {
        Random random = new Random(4);
        for (int i = 0; i < 90; i++) add("a", i, 1, 150 + 2 * random.nextGaussian());
        JointCurve curve = JointCurve.of(recent.moments(), 0, new OneEuro(0.3, 1), 0.2);
        assertThat(curve.points()).hasSize(90);
        assertThat(curve.points().getLast().seconds()).isZero();
        assertThat(curve.points().getFirst().seconds()).isCloseTo(-89 / 30.0, within(1e-3));
        assertThat(tremble(curve, false)).isGreaterThan(1.5);
        assertThat(tremble(curve, true)).isLessThan(0.5);
    }

    private static double tremble(JointCurve curve, boolean smooth) {
        double sum = 0;
        for (int i = 1; i < curve.points().size(); i++) {
            JointCurve.Point a = curve.points().get(i - 1);
            JointCurve.Point b = curve.points().get(i);
            sum += Math.abs(smooth ? b.smooth() - a.smooth() : b.raw() - a.raw());
        }
        return sum / curve.points().size();
    }

    @Test
    void whereTheJointIsNotSeenTheCurveHasAGap() {
        for (int i = 0; i < 5; i++) {
            recent.add(new Frame.Origin("a", i, i * STEP), at(1, 100, i == 2 ? 0.1 : 0.8));
        }
        JointCurve curve = JointCurve.of(recent.moments(), 1, OneEuro.STANDARD, 0.2);
        assertThat(curve.points().stream().map(point -> Double.isNaN(point.raw())))
                .containsExactly(false, false, true, false, false);
        assertThat(JointCurve.of(recent.moments(), -1, OneEuro.STANDARD, 0.2).points()).isEmpty();
        assertThat(JointCurve.of(recent.moments(), 2, OneEuro.STANDARD, 0.2).points()).isEmpty();
    }
}
