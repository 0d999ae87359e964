package org.hrscope.ui.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton.Limb;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.teach.ClickedPerson;
import org.hrscope.teach.Clicks;
import org.hrscope.teach.FeatureSet;
import org.hrscope.teach.Taught;
import org.hrscope.teach.TeachSession;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs run at once, on the calling thread.
class TeachViewModelTest {
    @TempDir Path folder;

    private final ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
    private final List<Problem> problems = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable ModelFile> network = new SimpleObjectProperty<>();
    private final TeachViewModel.Ways ways =
            new TeachViewModel.Ways(this::use, this::use, this::giveBack, problems::add);
    private final TeachViewModel teach =
            new TeachViewModel(new Jobs(Runnable::run, Runnable::run), ways, network);
    private DemoResults demo;
    private int givenBack;

    @BeforeEach
    void open() throws Problem {
        demo = new DemoResults();
        network.set(demo.estimator.model().file());
    }

    @AfterEach
    void close() {
        teach.close();
        demo.close();
    }

    private void use(Path file) {
        try (PoseEstimator taught = new PoseEstimator(opener.open(file))) {
            network.set(taught.model().file());
        } catch (Problem problem) {
            problems.add(problem);
        }
    }

    private void giveBack() {
        givenBack++;
        network.set(demo.estimator.model().file());
    }

    /// The list of jobs has a cancel button; after it, clicks must count again and no frame may be kept.
    @Test
    void aCancelledClickGivesItsFrameBackAndTheNextOneCounts() throws Problem {
        List<Runnable> queue = new ArrayList<>();
        Jobs later = new Jobs(queue::add, Runnable::run);
        TeachViewModel waiting = new TeachViewModel(later, ways, network);
        waiting.add("nose tip");
        try (PipelineResult result = frame(100)) {
            waiting.click(result, demo.figure.truth(100).getFirst().x(), 50);
            assertThat(waiting.busyProperty().getValue()).isTrue();
            later.running().forEach(Job::cancel);
            queue.removeFirst().run();
            assertThat(waiting.busyProperty().getValue()).isFalse();
            assertThat(demo.freed).as("the stage still shows it").isZero();
        }
        assertThat(demo.freed).isEqualTo(1);
        try (PipelineResult result = frame(100)) {
            waiting.click(result, demo.figure.truth(100).getFirst().x(), 50);
        }
        assertThat(queue).hasSize(1);
        waiting.stop();
        queue.forEach(Runnable::run);
        assertThat(demo.freed).isEqualTo(2);
        assertThat(waiting.taughtProperty().getValue()).isNull();
        assertThat(problems).isEmpty();
    }

    /// As where the system gives no further thread.
    @Test
    void teachingEndsAndIsClosedThoughNoJobCanDoIt() throws Problem {
        boolean[] refusing = {false};
        Executor scarce =
                work -> {
                    if (refusing[0]) throw new InternalError("no thread");
                    work.run();
                };
        TeachViewModel ending = new TeachViewModel(new Jobs(scarce, Runnable::run), ways, network);
        ending.add("nose tip");
        try (PipelineResult result = frame(100)) {
            ending.click(result, demo.figure.truth(100).getFirst().x(), 50);
        }
        Path written = Objects.requireNonNull(ending.taughtProperty().getValue()).file();
        assertThat(written).exists();
        refusing[0] = true;
        ending.stop();
        assertThat(written).as("goes with the session").doesNotExist();
        assertThat(ending.activeProperty().getValue()).isNull();
        assertThat(ending.busyProperty().getValue()).isFalse();
        assertThat(problems).extracting(Problem::key).contains("unforeseen");
    }

    /// Opening the one from before takes a while, and the map still reads this one.
    @Test
    void theFileOfATaughtNetworkLastsUntilAnotherIsInUse() throws Problem {
        List<Runnable> opening = new ArrayList<>();
        TeachViewModel.Ways slow =
                new TeachViewModel.Ways(
                        this::use, this::use, () -> opening.add(this::giveBack), problems::add);
        TeachViewModel ending =
                new TeachViewModel(new Jobs(Runnable::run, Runnable::run), slow, network);
        ending.add("nose tip");
        try (PipelineResult result = frame(100)) {
            ending.click(result, demo.figure.truth(100).getFirst().x(), 50);
        }
        Path written = Objects.requireNonNull(ending.taughtProperty().getValue()).file();
        ending.stop();
        assertThat(written).exists();
        opening.forEach(Runnable::run);
        assertThat(written).doesNotExist();
        assertThat(problems).isEmpty();
    }

    /// What is called late would open the networks again, with nobody to close them.
    @Test
    void aClosedSessionStaysClosed() throws Problem {
        TeachSession session = new TeachSession(network.get());
        session.close();
        assertThatThrownBy(() -> session.learn(Clicks.NONE.with("nose tip"), FeatureSet.LAST))
                .isInstanceOf(CancellationException.class);
        try (PipelineResult result = frame(100)) {
            BoundingBox box = result.person().orElseThrow().pose().box();
            ClickedPerson.Place place = new ClickedPerson.Place("demo", 100, 1);
            assertThatThrownBy(() -> session.show(result.frame(), place, box, Map.of()))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private PipelineResult frame(long index) throws Problem {
        return demo.frame(index);
    }

    private void clickNose(long index) throws Problem {
        try (PipelineResult result = frame(index)) {
            Keypoint nose = demo.figure.truth(index).getFirst();
            teach.click(result, nose.x(), nose.y());
        }
    }

    private Taught taught() {
        return Objects.requireNonNull(teach.taughtProperty().getValue());
    }

    @Test
    void aClickMakesAJointLikeAnyOther() throws Problem {
        assertThat(teach.add("tip of the nose")).isTrue();
        clickNose(100);
        clickNose(500);
        assertThat(problems).isEmpty();
        assertThat(network.get().info().skeleton().joints())
                .hasSize(18)
                .endsWith("tip of the nose");
        Taught.Progress progress = taught().joints().get("tip of the nose");
        assertThat(progress.shown()).isEqualTo(2);
        assertThat(progress.errors()).hasSize(2);
        assertThat(progress.curve()).hasSize(1);
        assertThat(progress.untrained()).hasSize(1);
    }

    @Test
    void aSecondClickOnTheSameFrameMovesTheJoint() throws Problem {
        teach.add("nose tip");
        clickNose(100);
        clickNose(100);
        assertThat(taught().joints().get("nose tip").shown()).isEqualTo(1);
    }

    /// A job at a time, as slowly as anyone likes.
    private static void runAll(List<Runnable> queue) {
        while (!queue.isEmpty()) queue.removeFirst().run();
    }

    @Test
    void clicksMadeWhileOthersAreLearntAllCount() throws Problem {
        List<Runnable> queue = new ArrayList<>();
        TeachViewModel busy =
                new TeachViewModel(new Jobs(queue::add, Runnable::run), ways, network);
        busy.add("nose tip");
        for (int i = 0; i < 9; i++) {
            try (PipelineResult result = frame(100 + 97 * i)) {
                Keypoint nose = demo.figure.truth(100 + 97 * i).getFirst();
                busy.click(result, nose.x(), nose.y());
            }
        }
        assertThat(busy.waitingProperty().get()).as("one is being looked at").isEqualTo(8);
        assertThat(problems).isEmpty();
        try (PipelineResult result = frame(2000)) {
            busy.click(result, 100, 100);
        }
        assertThat(problems).as("too many").extracting(Problem::key).containsExactly("teach.busy");
        busy.undo();
        assertThat(busy.waitingProperty().get()).isEqualTo(7);
        // A limb is chosen, and another joint is begun, while they wait.
        busy.tie("nose tip", "left_shoulder");
        busy.add("chin");
        runAll(queue);
        assertThat(busy.waitingProperty().get()).isZero();
        assertThat(busy.busyProperty().getValue()).isFalse();
        Taught learnt = Objects.requireNonNull(busy.taughtProperty().getValue());
        assertThat(learnt.joints().get("nose tip").shown()).isEqualTo(8);
        assertThat(demo.freed).isEqualTo(10);
        assertThat(network.get().info().skeleton().limbs()).contains(new Limb(5, 17));
        busy.stop();
        runAll(queue);
    }

    /// What is chosen during a fit is not in it: another one follows.
    @Test
    void aLimbChosenDuringAFitIsDrawn() throws Problem {
        List<Runnable> queue = new ArrayList<>();
        TeachViewModel busy =
                new TeachViewModel(new Jobs(queue::add, Runnable::run), ways, network);
        busy.add("nose tip");
        try (PipelineResult result = frame(100)) {
            Keypoint nose = demo.figure.truth(100).getFirst();
            busy.click(result, nose.x(), nose.y());
        }
        queue.removeFirst().run();
        assertThat(queue).as("the fit").hasSize(1);
        busy.tie("nose tip", "");
        busy.tie("nose tip", "left_ear");
        runAll(queue);
        assertThat(network.get().info().skeleton().limbs()).contains(new Limb(3, 17));
        busy.stop();
        runAll(queue);
    }

    @Test
    void clicksThatWaitWhenAllIsForgottenGiveTheirFramesBack() throws Problem {
        List<Runnable> queue = new ArrayList<>();
        TeachViewModel busy =
                new TeachViewModel(new Jobs(queue::add, Runnable::run), ways, network);
        busy.add("nose tip");
        for (int i = 0; i < 3; i++) {
            try (PipelineResult result = frame(100 + i)) {
                busy.click(result, 100, 50);
            }
        }
        busy.stop();
        runAll(queue);
        assertThat(demo.freed).isEqualTo(3);
        assertThat(busy.taughtProperty().getValue()).isNull();
        assertThat(busy.undoableProperty().get()).isFalse();
    }

    @Test
    void theLimbGoesWhereItIsTied() throws Problem {
        teach.add("nose tip");
        clickNose(100);
        assertThat(limbs()).as("the nearest").contains(new Limb(0, 17));
        assertThat(taught().joints().get("nose tip").nearest()).isEqualTo("nose");
        teach.tie("nose tip", "right_ear");
        assertThat(limbs()).contains(new Limb(4, 17)).doesNotContain(new Limb(0, 17));
        teach.tie("nose tip", "");
        assertThat(limbs()).noneMatch(limb -> limb.to() == 17);
        teach.undo();
        assertThat(limbs()).contains(new Limb(4, 17));
        teach.add("chin");
        clickNose(500);
        teach.tie("chin", "nose tip");
        assertThat(limbs()).contains(new Limb(17, 18));
        teach.remove("nose tip");
        assertThat(limbs()).as("what it was tied to is gone").contains(new Limb(0, 17));
    }

    private List<Limb> limbs() {
        return network.get().info().skeleton().limbs();
    }

    @Test
    void theNewerOfTwoOppositeClicksCounts() throws Problem {
        teach.add("nose tip");
        clickNose(100);
        clickNose(500);
        teach.presentProperty().set(false);
        Keypoint nose = demo.figure.truth(500).getFirst();
        try (PipelineResult result = frame(500)) {
            teach.click(result, nose.x() + 60, nose.y() + 60);
            assertThat(problems).as("elsewhere it is not").isEmpty();
            teach.click(result, nose.x() + 2, nose.y() - 1);
        }
        assertThat(problems).extracting(Problem::key).containsExactly("teach.opposed");
        assertThat(taught().joints().get("nose tip").shown()).isEqualTo(1);
        teach.undo();
        assertThat(taught().joints().get("nose tip").shown()).isEqualTo(2);
    }

    @Test
    void aJointThatBeginsAnewHasNoOldClicks() throws Problem {
        teach.add("nose tip");
        clickNose(100);
        teach.remove("nose tip");
        teach.add("nose tip");
        assertThat(teach.taughtProperty().getValue()).isNull();
        clickNose(500);
        assertThat(taught().joints().get("nose tip").shown()).isEqualTo(1);
    }

    @Test
    void allBranchesAreReadOnWish() throws Problem {
        teach.add("nose tip");
        clickNose(100);
        clickNose(500);
        assertThat(taught().joints().get("nose tip").last()).isEmpty();
        teach.featuresProperty().set(FeatureSet.ALL);
        assertThat(taught().set()).isEqualTo(FeatureSet.ALL);
        Taught.Progress progress = taught().joints().get("nose tip");
        assertThat(progress.last()).hasSize(2);
        assertThat(progress.errors()).hasSize(2);
        assertThat(network.get().graph().nodes())
                .anyMatch(node -> node.operator().equals("Concat"));
        assertThat(network.get().info().skeleton().joints()).hasSize(18);
        assertThat(problems).isEmpty();
    }

    /// What was learnt for a while leaves no trace, whatever else is taught.
    @Test
    void aForgottenJointDoesNotComeBack() throws Problem {
        teach.add("nose tip");
        clickNose(100);
        teach.add("chin");
        clickNose(500);
        teach.forget("chin");
        assertThat(network.get().info().skeleton().joints()).hasSize(18).endsWith("nose tip");
        while (teach.undoableProperty().get()) {
            teach.undo();
            assertThat(teach.joints()).doesNotContain("chin");
        }
        teach.add("chin");
        teach.forget("chin");
        assertThat(teach.joints()).isEmpty();
        assertThat(teach.undoableProperty().get()).isFalse();
    }

    @Test
    void undoGoesBackClickByClick() throws Problem {
        teach.add("nose tip");
        clickNose(100);
        clickNose(500);
        teach.undo();
        assertThat(taught().joints().get("nose tip").shown()).isEqualTo(1);
        teach.undo();
        assertThat(teach.taughtProperty().getValue()).isNull();
        assertThat(givenBack).isEqualTo(1);
        assertThat(network.get().info().joints()).isEqualTo(17);
        assertThat(teach.joints()).containsExactly("nose tip");
        teach.undo();
        assertThat(teach.joints()).isEmpty();
        assertThat(teach.undoableProperty().get()).isFalse();
    }

    @Test
    void namesThatAreTakenAreTold() {
        assertThat(teach.add("nose")).isFalse();
        assertThat(teach.add("x")).isTrue();
        assertThat(teach.add("x ")).isFalse();
        assertThat(problems).extracting(Problem::key).containsExactly("teach.named", "teach.named");
    }

    @Test
    void aClickOutsideTheCropIsToldAndNothingIsLost() throws Problem {
        teach.add("nose tip");
        clickNose(100);
        try (PipelineResult result = frame(500)) {
            teach.click(result, -300, -300);
        }
        assertThat(problems).extracting(Problem::key).containsExactly("teach.outside");
        assertThat(taught().joints().get("nose tip").shown()).isEqualTo(1);
        clickNose(700);
        assertThat(taught().joints().get("nose tip").shown()).isEqualTo(2);
    }

    @Test
    void anotherNetworkEndsIt() throws Problem {
        teach.add("nose tip");
        clickNose(100);
        Path kept = folder.resolve("kept.onnx");
        teach.write(kept);
        assertThat(kept).isNotEmptyFile();
        assertThat(network.get().path()).isEqualTo(kept);
        assertThat(teach.joints()).isEmpty();
        assertThat(givenBack).isZero();
    }
}
