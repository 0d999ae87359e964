package org.hrscope.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.Keypoint;
import org.hrscope.gesture.Gesture;
import org.hrscope.motion.BodyJoint;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.junit.jupiter.api.Test;

class InteractionViewModelTest {
    private final List<Keypoint> standing = new DemoFigure(1, 1280, 720).truth(5);
    private final List<Gesture> fired = new ArrayList<>();
    private boolean busy;
    private boolean live = true;
    private final InteractionViewModel model =
            new InteractionViewModel(fired::add, () -> busy, () -> live);
    private double now;

    private List<Keypoint> raised(BodyJoint elbow, BodyJoint wrist) {
        List<Keypoint> body = new ArrayList<>(standing);
        Keypoint nose = BodyJoint.NOSE.in(standing);
        Keypoint low = elbow.in(standing);
        body.set(elbow.ordinal(), new Keypoint(low.x(), nose.y() + 40, 0.8));
        body.set(wrist.ordinal(), new Keypoint(low.x(), nose.y() - 70, 0.8));
        return body;
    }

    private final List<Keypoint> right = raised(BodyJoint.RIGHT_ELBOW, BodyJoint.RIGHT_WRIST);
    private final List<Keypoint> left = raised(BodyJoint.LEFT_ELBOW, BodyJoint.LEFT_WRIST);

    private void hold(double seconds, int chosen, Person... people) {
        for (double end = now + seconds; now < end; now += 0.05) {
            try (PipelineResult result = Shown.at("camera", now, chosen, people)) {
                model.show(result);
            }
        }
    }

    @Test
    void itIsOffAtFirst() {
        hold(4, 1, Shown.person(1, right));
        assertThat(fired).isEmpty();
        assertThat(model.ringProperty().get()).isNull();
    }

    @Test
    void aHeldGestureDoesItsDeedOnce() {
        model.onProperty().set(true);
        hold(0.5, 1, Shown.person(1, standing));
        hold(0.55, 1, Shown.person(1, right));
        InteractionViewModel.Ring ring = model.ringProperty().get();
        assertThat(ring).isNotNull();
        assertThat(ring.share()).isCloseTo(0.5, within(0.06));
        assertThat(ring.gesture()).isEqualTo(Gesture.RIGHT_HAND_UP);
        hold(4, 1, Shown.person(1, right));
        assertThat(fired).containsExactly(Gesture.RIGHT_HAND_UP);
        assertThat(model.ringProperty().get()).isNull();
        assertThat(model.doneProperty().get().gesture()).isEqualTo(Gesture.RIGHT_HAND_UP);
        hold(1, 1, Shown.person(1, standing));
        hold(2, 1, Shown.person(1, left));
        assertThat(fired).containsExactly(Gesture.RIGHT_HAND_UP, Gesture.LEFT_HAND_UP);
    }

    @Test
    void theDwellTimeIsTheSetOne() {
        model.onProperty().set(true);
        model.dwellProperty().set(2.35);
        hold(2.3, 1, Shown.person(1, right));
        assertThat(fired).isEmpty();
        hold(0.3, 1, Shown.person(1, right));
        assertThat(fired).hasSize(1);
    }

    @Test
    void offIsOffAtOnce() {
        model.onProperty().set(true);
        hold(0.97, 1, Shown.person(1, right));
        model.onProperty().set(false);
        assertThat(model.ringProperty().get()).isNull();
        hold(3, 1, Shown.person(1, right));
        assertThat(fired).isEmpty();
        model.onProperty().set(true);
        hold(0.9, 1, Shown.person(1, right));
        assertThat(fired).isEmpty();
    }

    @Test
    void nothingFiresWhileSomebodyTypesNorForWhatWasHeldThen() {
        model.onProperty().set(true);
        hold(0.8, 1, Shown.person(1, right));
        busy = true;
        hold(3, 1, Shown.person(1, right));
        assertThat(fired).isEmpty();
        assertThat(model.waitingProperty().get()).isTrue();
        assertThat(model.ringProperty().get()).isNull();
        busy = false;
        hold(0.9, 1, Shown.person(1, right));
        assertThat(fired).isEmpty();
        assertThat(model.waitingProperty().get()).isFalse();
        hold(0.3, 1, Shown.person(1, right));
        assertThat(fired).hasSize(1);
    }

    @Test
    void onlyTheSelectedPersonCounts() {
        model.onProperty().set(true);
        Person other = Shown.person(2, Shown.beside(right, 300));
        hold(3, 1, Shown.person(1, standing), other);
        assertThat(fired).isEmpty();
        hold(1.3, 2, Shown.person(1, standing), other);
        assertThat(fired).containsExactly(Gesture.RIGHT_HAND_UP);
    }

    @Test
    void eachGestureHasItsSwitch() {
        model.onProperty().set(true);
        model.wantedProperty(Gesture.RIGHT_HAND_UP).set(false);
        hold(3, 1, Shown.person(1, right));
        assertThat(fired).isEmpty();
        hold(3, 1, Shown.person(1, left));
        assertThat(fired).containsExactly(Gesture.LEFT_HAND_UP);
    }

    private List<Keypoint> crossed() {
        List<Keypoint> body = new ArrayList<>(standing);
        Keypoint left = BodyJoint.LEFT_SHOULDER.in(standing);
        Keypoint right = BodyJoint.RIGHT_SHOULDER.in(standing);
        double low = left.y() + 0.5 * left.distance(right);
        for (BodyJoint elbow : List.of(BodyJoint.LEFT_ELBOW, BodyJoint.RIGHT_ELBOW)) {
            Keypoint shoulder = elbow == BodyJoint.LEFT_ELBOW ? left : right;
            body.set(elbow.ordinal(), new Keypoint(shoulder.x(), low + 20, 0.8));
        }
        body.set(BodyJoint.LEFT_WRIST.ordinal(), new Keypoint(right.x(), low, 0.8));
        body.set(BodyJoint.RIGHT_WRIST.ordinal(), new Keypoint(left.x(), low, 0.8));
        return body;
    }

    /// Who crosses their arms in a film knows nothing of it, and cannot end the pause.
    @Test
    void crossedArmsPauseACameraButNoFile() {
        model.onProperty().set(true);
        live = false;
        hold(3, 1, Shown.person(1, crossed()));
        assertThat(model.ringProperty().get()).isNull();
        hold(1, 1, Shown.person(1, standing));
        hold(2, 1, Shown.person(1, left));
        hold(1, 1, Shown.person(1, standing));
        assertThat(fired).containsExactly(Gesture.LEFT_HAND_UP);
        live = true;
        hold(2, 1, Shown.person(1, crossed()));
        assertThat(fired).containsExactly(Gesture.LEFT_HAND_UP, Gesture.ARMS_CROSSED);
    }

    @Test
    void whoLeavesTakesTheRingAlong() {
        model.onProperty().set(true);
        hold(0.7, 1, Shown.person(1, right));
        hold(0.05, 1);
        assertThat(model.ringProperty().get()).isNull();
        hold(2, 1);
        assertThat(fired).isEmpty();
    }
}
