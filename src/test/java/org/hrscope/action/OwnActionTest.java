package org.hrscope.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.hrscope.capture.DemoScene;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OwnActionTest {
    private static final List<DemoScene> SCENES =
            List.of(DemoScene.ARCHER, DemoScene.SQUAT, DemoScene.JUMP);

    static OwnAction learnt(DemoScene scene, Shown way) throws Exception {
        Demonstration shown = new Demonstration(Shown.SKELETON);
        way.run(DemoScene.WALK, 0, 0.1, (seconds, pose) -> shown.next(seconds, pose));
        way.run(scene, 100, 4, (seconds, pose) -> shown.next(seconds, pose));
        assertThat(shown.step()).isEqualTo(Demonstration.Step.DONE);
        return shown.learn("mine");
    }

    static Stream<Arguments> waysOfEach() {
        List<Shown> ways =
                List.of(
                        Shown.PLAIN.noisy(2),
                        Shown.PLAIN.at(15).noisy(3),
                        Shown.PLAIN.at(24).in(0.7).noisy(3),
                        Shown.PLAIN.at(60).in(1.4).noisy(3),
                        Shown.PLAIN.at(29.97).in(0.85).noisy(3).jittering(),
                        Shown.PLAIN.in(1.17).noisy(3).dropping(0.3),
                        Shown.PLAIN.noisy(2).blinded(0.15, 0.2),
                        Shown.PLAIN.noisy(3).mirror());
        return SCENES.stream().flatMap(scene -> ways.stream().map(way -> Arguments.of(scene, way)));
    }

    @ParameterizedTest
    @MethodSource("waysOfEach")
    void learntFromThreeAndCountedExactly(DemoScene scene, Shown way) throws Exception {
        OwnAction action = learnt(scene, Shown.PLAIN.noisy(2));
        double clips = Math.ceil(50.0 / scene.repetitions());
        assertThat(way.count(action, scene, clips)).isEqualTo((int) clips * scene.repetitions());
    }

    @ParameterizedTest
    @EnumSource(names = {"WALK", "WAVE", "STRETCH", "TURN", "RAISE"})
    void nothingElseIsCounted(DemoScene other) throws Exception {
        for (DemoScene scene : SCENES) {
            // Arms alone, as far as the angles that move most can tell.
            if (scene == DemoScene.JUMP && other == DemoScene.RAISE) continue;
            OwnAction action = learnt(scene, Shown.PLAIN.noisy(2));
            assertThat(Shown.PLAIN.noisy(3).count(action, other, 10)).as("%s", scene).isZero();
        }
    }

    /// The angles that take part are found out, not given.
    @Test
    void anglesThatMoveAreChosen() throws Exception {
        assertThat(learnt(DemoScene.SQUAT, Shown.PLAIN.noisy(2)).angles())
                .extracting(angle -> angle.joints().get(1))
                .contains("left_knee", "right_knee", "left_hip", "right_hip")
                .doesNotContain("left_ankle");
        assertThat(learnt(DemoScene.ARCHER, Shown.PLAIN.noisy(2)).angles())
                .extracting(angle -> angle.joints().get(1))
                .contains("right_elbow", "left_shoulder")
                .doesNotContain("left_knee", "right_knee");
    }

    @Test
    void repetitionsAreTimed() throws Exception {
        OwnAction action = learnt(DemoScene.SQUAT, Shown.PLAIN.noisy(2));
        Counter counter = action.counter(Shown.SKELETON);
        double[] last = {0};
        Shown.PLAIN
                .noisy(2)
                .run(
                        DemoScene.SQUAT,
                        1000,
                        5,
                        (seconds, pose) ->
                                counter.next(seconds, pose)
                                        .ifPresent(done -> {
                                            assertThat(done.begin()).isGreaterThan(last[0] - 0.4);
                                            assertThat(done.end() - done.begin())
                                                    .isBetween(0.6, 1.9);
                                            assertThat(done.end())
                                                    .isBetween(seconds - 1.2, seconds);
                                            last[0] = done.end();
                                        }));
        assertThat(last[0]).isGreaterThan(1020);
    }

    /// At the end of a video nothing comes any more that would settle the last one.
    @Test
    void theLastOneCountsAtTheEnd() throws Exception {
        OwnAction action = learnt(DemoScene.SQUAT, Shown.PLAIN.noisy(2));
        Counter counter = action.counter(Shown.SKELETON);
        int[] count = {0};
        Shown.PLAIN.run(
                DemoScene.SQUAT,
                0,
                5.35 / 6,
                (seconds, pose) -> {
                    if (counter.next(seconds, pose).isPresent()) count[0]++;
                });
        assertThat(count[0] + counter.end().stream().count()).isEqualTo(3);
    }

    /// One who walks never stands still, and nothing is recorded.
    @Test
    void recordingWaitsForRest() throws Exception {
        Demonstration shown = new Demonstration(Shown.SKELETON);
        Shown.PLAIN.run(
                DemoScene.SQUAT,
                1.2,
                (seconds, pose) -> {
                    if (seconds > 0.75 && seconds < 1.8) shown.next(seconds, pose);
                });
        assertThat(shown.step()).isEqualTo(Demonstration.Step.STAND_STILL);
    }

    @Test
    void repetitionsThatAreNothingAlikeAreRefused() {
        assertThatThrownBy(
                        () -> {
                            Demonstration shown = new Demonstration(Shown.SKELETON);
                            Shown.PLAIN.run(DemoScene.SQUAT, 0, 0.4, shown::next);
                            Shown.PLAIN.run(DemoScene.RAISE, 2.45, 0.4, shown::next);
                            Shown.PLAIN.run(DemoScene.ARCHER, 4.9, 1, shown::next);
                            shown.learn("odd");
                        })
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.key()).isEqualTo("action.differ"));
    }

    @Test
    void whoStandsForAMinuteIsTold() {
        assertThatThrownBy(
                        () -> {
                            Demonstration shown = new Demonstration(Shown.SKELETON);
                            for (double seconds = 0; seconds < 70; seconds += 0.05) {
                                shown.next(seconds, still());
                            }
                        })
                .hasMessageContaining("minute");
    }

    private static Pose still() throws Exception {
        Pose[] first = {null};
        Shown.PLAIN.run(DemoScene.WAVE, 0.01, (seconds, pose) -> first[0] = pose);
        return first[0];
    }

    @Test
    void whoGoesOutOfSightIsTold() {
        assertThatThrownBy(
                        () -> {
                            Demonstration shown = new Demonstration(Shown.SKELETON);
                            for (double seconds = 0; seconds < 3; seconds += 0.05) {
                                shown.next(seconds, still());
                            }
                            shown.next(5, still());
                        })
                .hasMessageContaining("out of sight");
    }

    @Test
    void aNetworkWithoutLimbsHasNoActions() {
        assertThatThrownBy(() -> new Demonstration(Skeleton.numbered(5)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> KnownActions.SQUAT.counter(Skeleton.numbered(17)))
                .isInstanceOf(Problem.class);
    }
}
