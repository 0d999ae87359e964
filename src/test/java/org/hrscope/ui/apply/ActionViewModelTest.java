package org.hrscope.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hrscope.action.ActionStore;
import org.hrscope.action.Countable;
import org.hrscope.action.Demonstration;
import org.hrscope.action.KnownActions;
import org.hrscope.action.OwnAction;
import org.hrscope.action.Phase;
import org.hrscope.action.Shown;
import org.hrscope.action.Thresholds;
import org.hrscope.capture.DemoScene;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.inference.Estimate;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.threads.Jobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs run at once, on the calling thread.
class ActionViewModelTest {
    @TempDir Path folder;

    private final List<Problem> told = new ArrayList<>();
    private ActionViewModel model;

    @BeforeEach
    void open() {
        model = opened();
    }

    private ActionViewModel opened() {
        return opened(new Jobs(Runnable::run, Runnable::run));
    }

    private ActionViewModel opened(Jobs jobs) {
        return new ActionViewModel(jobs, new ActionStore(folder), told::add);
    }

    private void show(DemoScene scene, double start, double clips) throws Exception {
        Shown.PLAIN.noisy(2).run(scene, start, clips, (seconds, pose) -> show(seconds, 1, pose));
    }

    private void show(double seconds, int identity, Pose pose) {
        show(seconds, identity, pose, Shown.SKELETON);
    }

    private void show(double seconds, int identity, Pose pose, Skeleton skeleton) {
        Frame frame =
                new Frame(
                        1,
                        1,
                        ByteBuffer.allocateDirect(4),
                        new Frame.Origin("demo", 0, Math.round(seconds * 1e9)),
                        () -> {});
        Estimate estimate =
                new Estimate(
                        pose,
                        new Heatmaps(1, 1, 1, new float[1]),
                        new CropGeometry(AffineTransform2D.IDENTITY, AffineTransform2D.IDENTITY),
                        new Estimate.Times(0, 0, 0));
        People people = new People(List.of(Person.of(identity, estimate)));
        model.show(
                new PipelineResult(
                        frame, ModelInfos.of("body", 192, 256, skeleton), people, identity, 0, 0));
    }

    @Test
    void theChosenActionIsCounted() throws Exception {
        show(DemoScene.SQUAT, 0, 2);
        assertThat(model.countProperty().get()).isEqualTo(6);
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.REST);
        assertThat(model.trace().size()).isBetween(290, 301);
        model.choose("jumping-jack");
        assertThat(model.countProperty().get()).isZero();
        show(DemoScene.JUMP, 12, 1);
        assertThat(model.countProperty().get()).isEqualTo(4);
        model.reset();
        assertThat(model.countProperty().get()).isZero();
        model.choose("no such action");
        assertThat(model.chosenProperty().get().name()).isEqualTo("jumping-jack");
    }

    @Test
    void movedThresholdsKeepTheCountAndAreRemembered() throws Exception {
        show(DemoScene.SQUAT, 0, 1);
        model.move(new Thresholds(60, 20));
        show(DemoScene.SQUAT, 6, 1);
        assertThat(model.countProperty().get()).as("nobody bends so far").isEqualTo(3);
        model.choose("raised-hand");
        model.choose("squat");
        assertThat(model.thresholdsProperty().get()).isEqualTo(new Thresholds(60, 20));
        model.moveBack();
        assertThat(model.thresholdsProperty().get()).isEqualTo(KnownActions.SQUAT.thresholds());
        show(DemoScene.SQUAT, 12, 1);
        assertThat(model.countProperty().get()).isEqualTo(3);
    }

    /// While the source is paused no frame comes between one step of a drag and the next.
    @Test
    void aThresholdDraggedOnAPausedFrameKeepsTheCount() throws Exception {
        show(DemoScene.SQUAT, 0, 1);
        for (int degrees = 140; degrees > 130; degrees--) {
            model.move(new Thresholds(160, degrees));
        }
        show(DemoScene.WALK, 6, 0.1);
        assertThat(model.countProperty().get()).isEqualTo(3);
    }

    /// Ten seconds at most, whatever the frame rate.
    @Test
    void theCurveDoesNotGrow() throws Exception {
        for (int i = 0; i < 3; i++) {
            Shown.PLAIN
                    .at(240)
                    .run(DemoScene.SQUAT, 12 * i, 2, (seconds, pose) -> show(seconds, 1, pose));
        }
        assertThat(model.trace().size()).isEqualTo(1024);
        for (int i = 0; i < model.trace().size(); i++) {
            assertThat(model.trace().seconds(i)).isBetween(-10.0, 0.0);
        }
    }

    @Test
    void anActionOfOnesOwnIsRecordedKeptRenamedAndDeleted() throws Exception {
        model.recording().start(model.freeName("Mine"));
        show(DemoScene.ARCHER, 0, 2);
        assertThat(told).isEmpty();
        assertThat(model.recording().onProperty().get()).isFalse();
        assertThat(model.chosenProperty().get().name()).isEqualTo("Mine 1");
        assertThat(model.thresholdsProperty().get()).isNull();
        int counted = model.countProperty().get();
        show(DemoScene.ARCHER, 12, 5);
        assertThat(model.countProperty().get() - counted).isBetween(15, 16);
        assertThat(model.freeName("Mine")).isEqualTo("Mine 2");
        model.rename(" bow ");
        assertThat(model.chosenProperty().get().name()).isEqualTo("bow");
        assertThat(opened().choices()).extracting(Countable::name).contains("bow");
        model.rename("");
        assertThat(told).extracting(Problem::key).containsExactly("action.name");
        model.delete();
        assertThat(model.choices()).hasSize(3);
        assertThat(model.chosenProperty().get()).isEqualTo(KnownActions.SQUAT);
        assertThat(opened().choices()).hasSize(3);
    }

    @Test
    void aRecordingCanBeCancelled() throws Exception {
        model.recording().start("Mine");
        show(DemoScene.ARCHER, 0, 0.5);
        model.recording().cancel();
        show(DemoScene.ARCHER, 3, 2);
        assertThat(model.choices()).hasSize(3);
    }

    /// Someone else does not go on with it.
    @Test
    void whoLeavesEndsTheRecording() throws Exception {
        model.recording().start("Mine");
        show(DemoScene.ARCHER, 0, 0.4);
        Shown.PLAIN.run(DemoScene.ARCHER, 2.5, 1, (seconds, pose) -> show(seconds, 2, pose));
        assertThat(told).extracting(Problem::key).containsExactly("action.lost");
        assertThat(model.recording().onProperty().get()).isFalse();
    }

    /// Angles of its joints are not those of the network before.
    @Test
    void anotherNetworkBeginsTheRecordingAnew() throws Exception {
        model.recording().start("Mine");
        Skeleton others =
                new Skeleton(
                        "other",
                        Shown.SKELETON.joints(),
                        Shown.SKELETON.limbs(),
                        Shown.SKELETON.mirror());
        Shown.PLAIN.run(
                DemoScene.ARCHER, 0, 0.4, (seconds, pose) -> show(seconds, 1, pose, others));
        assertThat(model.recording().stepProperty().get()).isEqualTo(Demonstration.Step.GO);
        show(DemoScene.ARCHER, 2.4, 0.02);
        assertThat(model.recording().stepProperty().get())
                .isEqualTo(Demonstration.Step.STAND_STILL);
        assertThat(model.recording().onProperty().get()).isTrue();
        assertThat(told).isEmpty();
    }

    /// Nobody went out of sight there.
    @Test
    void anotherSourceBeginsTheRecordingAnew() throws Exception {
        model.recording().start("Mine");
        show(DemoScene.ARCHER, 0, 0.4);
        assertThat(model.recording().stepProperty().get()).isEqualTo(Demonstration.Step.GO);
        model.startOver();
        assertThat(model.recording().stepProperty().get())
                .isEqualTo(Demonstration.Step.STAND_STILL);
        show(DemoScene.ARCHER, 0, 2);
        assertThat(told).isEmpty();
        assertThat(model.chosenProperty().get().name()).isEqualTo("Mine");
    }

    @Test
    void aNetworkWithoutTheJointsIsSaidOnceAndAnotherOneCounts() throws Exception {
        Skeleton points = Skeleton.numbered(17);
        Shown.PLAIN.run(DemoScene.SQUAT, 0, 0.1, (seconds, pose) -> show(seconds, 1, pose, points));
        assertThat(model.troubleProperty().get()).isNotNull();
        assertThat(told).isEmpty();
        show(DemoScene.SQUAT, 1, 1);
        assertThat(model.troubleProperty().get()).isNull();
        assertThat(model.countProperty().get()).isEqualTo(3);
    }

    /// Which is what comparing two networks does.
    @Test
    void theNetworkWithoutTheJointsIsSaidAgainWhenItComesBack() throws Exception {
        Skeleton points = Skeleton.numbered(17);
        Shown.PLAIN.run(DemoScene.SQUAT, 0, 0.1, (seconds, pose) -> show(seconds, 1, pose, points));
        show(DemoScene.SQUAT, 1, 0.1);
        assertThat(model.troubleProperty().get()).isNull();
        Shown.PLAIN.run(DemoScene.SQUAT, 2, 0.1, (seconds, pose) -> show(seconds, 1, pose, points));
        assertThat(model.troubleProperty().get()).isNotNull();
        assertThat(told).isEmpty();
    }

    /// Somebody has exercised for it.
    @Test
    void whatCannotBeSavedStillCountsAndRenamingSavesIt() throws Exception {
        Path missing = folder.resolve("actions");
        Files.writeString(missing, "a file in the way");
        model =
                new ActionViewModel(
                        new Jobs(Runnable::run, Runnable::run),
                        new ActionStore(missing),
                        told::add);
        model.recording().start("Mine");
        show(DemoScene.ARCHER, 0, 2);
        assertThat(told).extracting(Problem::key).containsExactly("file.unwritable");
        assertThat(model.chosenProperty().get().name()).isEqualTo("Mine");
        show(DemoScene.ARCHER, 12, 2);
        assertThat(model.countProperty().get()).isPositive();
        Files.delete(missing);
        model.rename("bow");
        assertThat(new ActionStore(missing).all(told::add))
                .extracting(OwnAction::name)
                .containsExactly("bow");
        assertThat(told).hasSize(1);
    }

    /// Jobs take a while; whoever counts something else by then goes on with it.
    @Test
    void whatIsRenamedOrDeletedLaterDoesNotEndAnotherCount() throws Exception {
        model.recording().start("Mine");
        show(DemoScene.ARCHER, 0, 2);
        Deque<Runnable> waiting = new ArrayDeque<>();
        model = opened(new Jobs(waiting::add, Runnable::run));
        waiting.remove().run();
        model.choose("Mine");
        model.rename("bow");
        model.choose("squat");
        show(DemoScene.SQUAT, 20, 1);
        waiting.remove().run();
        assertThat(model.chosenProperty().get().name()).isEqualTo("squat");
        assertThat(model.countProperty().get()).isEqualTo(3);
        model.choose("bow");
        model.delete();
        model.choose("jumping-jack");
        waiting.remove().run();
        assertThat(model.chosenProperty().get().name()).isEqualTo("jumping-jack");
        assertThat(model.choices()).extracting(Countable::name).doesNotContain("bow", "Mine");
        assertThat(told).isEmpty();
    }

    /// The file of one action is no reason to lose the others, nor to touch the window from the thread that read it.
    @Test
    void aDamagedFileIsToldWithTheOutcomeAndTheOthersAreListed() throws Exception {
        model.recording().start("Mine");
        show(DemoScene.ARCHER, 0, 2);
        Files.writeString(folder.resolve("bad.json"), "{");
        Deque<Runnable> outcomes = new ArrayDeque<>();
        ActionViewModel again = opened(new Jobs(Runnable::run, outcomes::add));
        assertThat(told).as("while it is read").isEmpty();
        outcomes.remove().run();
        assertThat(told).extracting(Problem::key).containsExactly("json.broken");
        assertThat(again.choices()).extracting(Countable::name).contains("Mine").hasSize(4);
    }

    @Test
    void aDamagedFileIsTold() throws Exception {
        Files.writeString(folder.resolve("bad.json"), "{");
        assertThat(opened().choices()).hasSize(3);
        assertThat(told).hasSize(1);
    }
}
