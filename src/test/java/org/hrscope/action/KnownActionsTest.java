package org.hrscope.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hrscope.capture.DemoScene;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KnownActionsTest {
    private static final int REPETITIONS = 200;

    private static final List<DemoScene> SCENES =
            List.of(DemoScene.SQUAT, DemoScene.JUMP, DemoScene.RAISE);

    private static final List<Shown> WAYS =
            List.of(
                    Shown.PLAIN,
                    Shown.PLAIN.at(15),
                    Shown.PLAIN.at(24),
                    Shown.PLAIN.at(29.97),
                    Shown.PLAIN.at(60),
                    Shown.PLAIN.in(0.7).noisy(3),
                    Shown.PLAIN.in(1.4).noisy(3),
                    Shown.PLAIN.at(15).in(1.37).noisy(3),
                    Shown.PLAIN.jittering().noisy(2),
                    Shown.PLAIN.dropping(0.3).noisy(2),
                    Shown.PLAIN.at(24).mirror().noisy(4));

    static Stream<Arguments> waysOfEach() {
        return SCENES.stream().flatMap(scene -> WAYS.stream().map(way -> Arguments.of(scene, way)));
    }

    private static AngleAction action(DemoScene scene) {
        return switch (scene) {
            case SQUAT -> KnownActions.SQUAT;
            case JUMP -> KnownActions.JUMPING_JACK;
            default -> KnownActions.RAISED_HAND;
        };
    }

    @ParameterizedTest
    @MethodSource("waysOfEach")
    void twoHundredRepetitionsAreCountedExactly(DemoScene scene, Shown way) throws Exception {
        double clips = Math.ceil((double) REPETITIONS / scene.repetitions());
        assertThat(way.count(action(scene), scene, clips))
                .isEqualTo((int) clips * scene.repetitions());
    }

    static Stream<Arguments> other() {
        return Stream.of(
                Arguments.of(KnownActions.SQUAT, DemoScene.WALK),
                Arguments.of(KnownActions.SQUAT, DemoScene.WAVE),
                Arguments.of(KnownActions.SQUAT, DemoScene.JUMP),
                Arguments.of(KnownActions.SQUAT, DemoScene.TURN),
                Arguments.of(KnownActions.JUMPING_JACK, DemoScene.WALK),
                Arguments.of(KnownActions.JUMPING_JACK, DemoScene.WAVE),
                Arguments.of(KnownActions.JUMPING_JACK, DemoScene.RAISE),
                Arguments.of(KnownActions.JUMPING_JACK, DemoScene.STRETCH),
                Arguments.of(KnownActions.RAISED_HAND, DemoScene.WALK),
                Arguments.of(KnownActions.RAISED_HAND, DemoScene.WAVE),
                Arguments.of(KnownActions.RAISED_HAND, DemoScene.SQUAT));
    }

    @ParameterizedTest
    @MethodSource("other")
    void nothingElseIsCounted(AngleAction action, DemoScene scene) throws Exception {
        for (Shown way : WAYS) assertThat(way.count(action, scene, 40)).as("%s", way).isZero();
    }

    /// A gap within a repetition is bridged; only what may have ended unseen is not counted.
    @Test
    void jointsOutOfSightForAMomentCostNothing() throws Exception {
        for (DemoScene scene : SCENES) {
            for (double gap : new double[] {0.2, 0.27, 0.3}) {
                assertThat(Shown.PLAIN.blinded(0.3, gap).noisy(2).count(action(scene), scene, 20))
                        .as("%s, %s s", scene, gap)
                        .isEqualTo(20 * scene.repetitions());
            }
        }
    }

    @Test
    void aTimeIsSaidForEachRepetition() throws Exception {
        PeopleCounts counts = new PeopleCounts(KnownActions.SQUAT);
        double[] lastEnd = {0};
        Shown.PLAIN.run(
                DemoScene.SQUAT,
                2,
                (seconds, pose) ->
                        counts.next(1, seconds, pose, Shown.SKELETON)
                                .ifPresent(done -> {
                                    assertThat(done.begin()).isGreaterThanOrEqualTo(lastEnd[0]);
                                    assertThat(done.end() - done.begin()).isBetween(0.5, 1.6);
                                    assertThat(seconds - done.end()).isBetween(0.0, 0.2);
                                    lastEnd[0] = done.end();
                                }));
        assertThat(counts.count(1)).isEqualTo(6);
    }

    @Test
    void eachPersonHasTheirOwnCount() throws Exception {
        PeopleCounts counts = new PeopleCounts(KnownActions.SQUAT);
        Shown.PLAIN.run(
                DemoScene.SQUAT,
                3,
                (seconds, pose) -> counts.next(4, seconds, pose, Shown.SKELETON));
        // Someone else meanwhile, and a passer-by.
        PeopleCounts both = new PeopleCounts(KnownActions.SQUAT);
        Shown.PLAIN.run(
                DemoScene.SQUAT,
                3,
                (seconds, pose) -> {
                    both.next(4, seconds, pose, Shown.SKELETON);
                    if (seconds > 6) both.next(7, seconds, pose, Shown.SKELETON);
                    if (seconds < 1) both.next(9, seconds, pose, Shown.SKELETON);
                });
        assertThat(counts.count(4)).isEqualTo(9);
        assertThat(both.count(4)).isEqualTo(9);
        assertThat(both.count(7)).isEqualTo(6);
        assertThat(both.counter(9)).isNull();
    }

    /// Counts outlive any number of changes of the action, but not a change of the joints.
    @Test
    void countsGoOnWithAnotherActionUntilTheJointsChange() throws Exception {
        PeopleCounts counts = new PeopleCounts(KnownActions.SQUAT);
        Pose[] last = new Pose[1];
        Shown.PLAIN.run(
                DemoScene.SQUAT,
                1,
                (seconds, pose) -> {
                    counts.next(4, seconds, pose, Shown.SKELETON);
                    last[0] = pose;
                });
        PeopleCounts next =
                counts.goingOnWith(KnownActions.RAISED_HAND).goingOnWith(KnownActions.SQUAT);
        assertThat(next.count(4)).isEqualTo(3);
        Skeleton own = Shown.SKELETON;
        Skeleton other = new Skeleton("other", own.joints(), own.limbs(), own.mirror());
        next.next(7, 9, last[0], other);
        assertThat(next.count(4)).isZero();
    }

    /// Ten thousand people walk by.
    @Test
    void strangersAreForgotten() throws Exception {
        PeopleCounts counts = new PeopleCounts(KnownActions.SQUAT);
        for (int who = 0; who < 10_000; who++) {
            int identity = who;
            double start = who;
            Shown.PLAIN.run(
                    DemoScene.WALK,
                    start,
                    0.01,
                    (seconds, pose) -> counts.next(identity, seconds, pose, Shown.SKELETON));
        }
        assertThat(IntStream.range(0, 10_000).filter(who -> counts.counter(who) != null).count())
                .isLessThan(10);
    }

    @Test
    void halfARepetitionBeforeTheFirstFrameIsNotCounted() throws Exception {
        double[] degrees = {100, 100, 100, 100, 100, 170, 170, 170, 170, 170};
        assertThat(count(degrees)).isZero();
    }

    @Test
    void oneWrongFrameIsNoRepetition() {
        double[] degrees = new double[40];
        java.util.Arrays.fill(degrees, 170);
        degrees[20] = 60;
        assertThat(count(degrees)).isZero();
        java.util.Arrays.fill(degrees, 10, 30, 100);
        degrees[20] = 175;
        assertThat(count(degrees)).isOne();
    }

    @Test
    void tremblingBetweenTheThresholdsIsNoRepetition() {
        double[] degrees = new double[300];
        for (int i = 0; i < degrees.length; i++) degrees[i] = 153 + 6 * Math.sin(i);
        assertThat(count(degrees)).isZero();
    }

    @Test
    void aLongGapInterrupts() {
        TwoThresholds states = new TwoThresholds(KnownActions.SQUAT.thresholds(), 0);
        int count = 0;
        for (int i = 0; i < 90; i++) {
            double degrees = i < 10 ? 170 : i < 20 ? 100 : i < 50 ? Double.NaN : 170;
            if (states.next(i / 30.0, degrees, 0).isPresent()) count++;
            if (i == 45) assertThat(states.phase()).isEqualTo(Phase.UNSURE);
        }
        assertThat(count).isZero();
        assertThat(states.phase()).isEqualTo(Phase.REST);
    }

    @Test
    void goingBackInTimeStartsOver() {
        TwoThresholds states = new TwoThresholds(KnownActions.SQUAT.thresholds(), 0);
        for (int i = 0; i < 20; i++) states.next(5 + i / 30.0, i < 10 ? 170 : 100, 0);
        assertThat(states.phase()).isEqualTo(Phase.ACTIVE);
        boolean counted = false;
        for (int i = 0; i < 20; i++) counted |= states.next(i / 30.0, 170, 0).isPresent();
        assertThat(counted).isFalse();
    }

    private static int count(double[] degrees) {
        TwoThresholds states = new TwoThresholds(KnownActions.SQUAT.thresholds(), 0);
        int count = 0;
        for (int i = 0; i < degrees.length; i++) {
            if (states.next(i / 30.0, degrees[i], 0).isPresent()) count++;
        }
        return count;
    }

    @Test
    void thresholdsStayApart() {
        Thresholds falling = new Thresholds(155, 130);
        assertThat(falling.withRest(20)).isEqualTo(new Thresholds(135, 130));
        assertThat(falling.withActive(179)).isEqualTo(new Thresholds(155, 150));
        Thresholds rising = new Thresholds(50, 115);
        assertThat(rising.withRest(300)).isEqualTo(new Thresholds(110, 115));
        assertThat(rising.withActive(-4)).isEqualTo(new Thresholds(50, 55));
    }
}
