package org.hrscope.capture.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Timeline timeline = new Timeline(1);

    @Test
    void aCycleShowsEveryActionAndBeginsWithTheGreeting() {
        for (int cycle = 0; cycle < 4; cycle++) {
            Set<Act> shown = new HashSet<>();
            for (int clip = 0; clip < 6; clip++) shown.add(timeline.action(cycle * 6L + clip));
            assertThat(shown).hasSize(6);
            assertThat(timeline.action(cycle * 6L)).isInstanceOf(Wave.class);
        }
    }

    @Test
    void noFootIsBelowTheFloorAndOneIsOnItExceptInAHop() {
        for (long index = 0; index < 6L * Timeline.CLIP; index++) {
            Body body = timeline.body(index);
            double lowest = Math.min(sole(body.leftLeg()), sole(body.rightLeg()));
            boolean hopping = timeline.action(index / Timeline.CLIP) instanceof JumpingJack;
            assertThat(lowest).as("frame %d", index).isBetween(-0.001, hopping ? 0.07 : 0.001);
        }
    }

    private static double sole(Body.Leg leg) {
        return Math.min(leg.heel().y() - Anatomy.HEEL_RADIUS, leg.toe().y() - Anatomy.TOE_RADIUS);
    }

    /// In world coordinates, whatever the camera does.
    @Test
    void aWalkerStandsOnAFootThatDoesNotSlide() {
        long clip = 0;
        while (!(timeline.action(clip) instanceof Walk)) clip++;
        Body before = timeline.body(clip * Timeline.CLIP);
        for (int frame = 1; frame < Timeline.CLIP; frame++) {
            Body now = timeline.body(clip * Timeline.CLIP + frame);
            double left = slide(before.leftLeg(), now.leftLeg());
            double right = slide(before.rightLeg(), now.rightLeg());
            assertThat(Math.min(left, right)).as("frame %d", frame).isLessThan(0.004);
            before = now;
        }
    }

    private static double slide(Body.Leg before, Body.Leg now) {
        return now.toe().minus(before.toe()).length();
    }

    @Test
    void bonesKeepTheirLength() {
        Body first = timeline.body(0);
        for (long index = 0; index < 6L * Timeline.CLIP; index += 5) {
            List<Double> bones = bones(timeline.body(index));
            for (int i = 0; i < bones.size(); i++) {
                assertThat(bones.get(i))
                        .as("bone %d of frame %d", i, index)
                        .isCloseTo(bones(first).get(i), org.assertj.core.data.Offset.offset(0.002));
            }
        }
    }

    private static List<Double> bones(Body body) {
        return List.of(
                body.leftArm().elbow().minus(body.leftArm().shoulder()).length(),
                body.rightArm().wrist().minus(body.rightArm().elbow()).length(),
                body.leftLeg().knee().minus(body.leftLeg().hip()).length(),
                body.leftLeg().ankle().minus(body.leftLeg().knee()).length(),
                body.rightLeg().knee().minus(body.rightLeg().hip()).length(),
                body.rightLeg().ankle().minus(body.rightLeg().knee()).length(),
                body.neck().minus(body.pelvis()).length());
    }
}
