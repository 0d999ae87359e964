package org.hrscope.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.motion.BodyJoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GestureTest {
    static final Skeleton COCO = Skeletons.byId("coco17").orElseThrow();
    private final DemoFigure figure = new DemoFigure(1, 1280, 720);

    /// The figure standing, with its arms in a gesture.
    static List<Keypoint> making(Gesture gesture, List<Keypoint> standing) {
        List<Keypoint> body = new ArrayList<>(standing);
        Keypoint left = BodyJoint.LEFT_SHOULDER.in(standing);
        Keypoint right = BodyJoint.RIGHT_SHOULDER.in(standing);
        double broad = left.x() - right.x();
        switch (gesture) {
            case RIGHT_HAND_UP -> {
                put(body, BodyJoint.RIGHT_ELBOW, right, -0.3 * broad, -0.6 * broad);
                put(body, BodyJoint.RIGHT_WRIST, right, -0.2 * broad, -1.4 * broad);
            }
            case LEFT_HAND_UP -> {
                put(body, BodyJoint.LEFT_ELBOW, left, 0.3 * broad, -0.6 * broad);
                put(body, BodyJoint.LEFT_WRIST, left, 0.2 * broad, -1.4 * broad);
            }
            case ARMS_CROSSED -> {
                put(body, BodyJoint.LEFT_ELBOW, left, 0.2 * broad, 0.75 * broad);
                put(body, BodyJoint.RIGHT_ELBOW, right, -0.2 * broad, 0.75 * broad);
                put(body, BodyJoint.LEFT_WRIST, left, -0.8 * broad, 0.45 * broad);
                put(body, BodyJoint.RIGHT_WRIST, right, 0.8 * broad, 0.6 * broad);
            }
        }
        return body;
    }

    private static void put(
            List<Keypoint> body, BodyJoint joint, Keypoint at, double dx, double dy) {
        body.set(joint.ordinal(), new Keypoint(at.x() + dx, at.y() + dy, 0.9));
    }

    static List<Keypoint> mirrored(List<Keypoint> body) {
        List<Keypoint> all = new ArrayList<>();
        for (int joint = 0; joint < body.size(); joint++) {
            Keypoint twin = body.get(COCO.mirror().get(joint));
            all.add(new Keypoint(1000 - twin.x(), twin.y(), twin.score()));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Gesture.class)
    void eachIsSeenAndNoOther(Gesture gesture) {
        List<Keypoint> body = making(gesture, figure.truth(5));
        for (Gesture other : Gesture.values()) {
            assertThat(other.in(body)).as("%s", other).isEqualTo(other == gesture);
        }
    }

    @Test
    void leftAndRightAreThePersonsOwn() {
        List<Keypoint> right = making(Gesture.RIGHT_HAND_UP, figure.truth(5));
        assertThat(Gesture.LEFT_HAND_UP.in(mirrored(right))).isTrue();
        assertThat(Gesture.RIGHT_HAND_UP.in(mirrored(right))).isFalse();
        assertThat(Gesture.ARMS_CROSSED.in(mirrored(making(Gesture.ARMS_CROSSED, figure.truth(5)))))
                .isTrue();
    }

    /// Seeing less never makes a gesture.
    @ParameterizedTest
    @EnumSource(Gesture.class)
    void unsureJointsMakeNone(Gesture gesture) {
        Random random = new Random(4);
        List<Keypoint> made = making(gesture, figure.truth(5));
        int[][] needed = {{0, 6, 8, 10}, {0, 5, 7, 9}, {0, 5, 6, 7, 8, 9, 10}};
        for (int joint : needed[gesture.ordinal()]) {
            for (double score : new double[] {0, 0.1, 0.29, -1, Double.NaN}) {
                List<Keypoint> body = new ArrayList<>(made);
                Keypoint at = body.get(joint);
                body.set(joint, new Keypoint(at.x(), at.y(), score));
                for (Gesture other : Gesture.values()) assertThat(other.in(body)).isFalse();
            }
        }
        for (int n = 0; n < 3000; n++) {
            List<Keypoint> body = new ArrayList<>();
            for (int joint = 0; joint < 17; joint++) {
                body.add(
                        new Keypoint(
                                random.nextDouble(1000),
                                random.nextDouble(1000),
                                random.nextDouble(0.29)));
            }
            assertThat(gesture.in(body)).isFalse();
        }
    }

    /// What the figure does of its own accord, seconds in which a gesture is seen.
    @Test
    void bothHandsWalkingAndSquattingAreNoCommands() {
        long crossed = 0;
        for (long frame = 0; frame < 1080; frame++) {
            List<Keypoint> body = figure.truth(frame);
            if (Gesture.ARMS_CROSSED.in(body)) crossed++;
            boolean waves = frame < 360;
            if (!waves) {
                assertThat(Gesture.RIGHT_HAND_UP.in(body)).as("frame %d", frame).isFalse();
                assertThat(Gesture.LEFT_HAND_UP.in(body)).as("frame %d", frame).isFalse();
            }
        }
        assertThat(crossed).isZero();
    }

    @Test
    void crossedSomewhereElseIsNotCrossed() {
        List<Keypoint> body = making(Gesture.ARMS_CROSSED, figure.truth(5));
        for (double down : new double[] {-120, 140}) {
            List<Keypoint> other = new ArrayList<>(body);
            for (BodyJoint wrist : List.of(BodyJoint.LEFT_WRIST, BodyJoint.RIGHT_WRIST)) {
                Keypoint at = wrist.in(body);
                other.set(wrist.ordinal(), new Keypoint(at.x(), at.y() + down, 1));
            }
            assertThat(Gesture.ARMS_CROSSED.in(other)).isFalse();
        }
    }
}
