package org.hrscope.ui.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.People;
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
class TeachViewModelTest implements TeachViewModel.Ways {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    @TempDir Path folder;

    private final ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
    private final DemoFigure figure = new DemoFigure(1, WIDTH, HEIGHT);
    private final List<Problem> problems = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable ModelFile> network = new SimpleObjectProperty<>();
    private final TeachViewModel teach =
            new TeachViewModel(new Jobs(Runnable::run, Runnable::run), this, network);
    private PoseEstimator estimator;
    private int givenBack;
    private int freed;

    @BeforeEach
    void open() throws Problem {
        estimator = new PoseEstimator(opener.bundled());
        network.set(estimator.model().file());
    }

    @AfterEach
    void close() {
        teach.close();
        estimator.close();
    }

    @Override
    public void use(Path file) {
        try (PoseEstimator taught = new PoseEstimator(opener.open(file))) {
            network.set(taught.model().file());
        } catch (Problem problem) {
            problems.add(problem);
        }
    }

    @Override
    public void keep(Path file) {
        use(file);
    }

    @Override
    public void giveBack() {
        givenBack++;
        network.set(estimator.model().file());
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /// The list of jobs has a cancel button; after it, clicks must count again and no frame may be kept.
    @Test
    void aCancelledClickGivesItsFrameBackAndTheNextOneCounts() throws Problem {
        List<Runnable> queue = new ArrayList<>();
        Jobs later = new Jobs(queue::add, Runnable::run);
        TeachViewModel waiting = new TeachViewModel(later, this, network);
        waiting.add("nose tip");
        try (PipelineResult result = frame(100)) {
            waiting.click(result, figure.truth(100).getFirst().x(), 50);
            assertThat(waiting.busyProperty().getValue()).isTrue();
            later.running().forEach(Job::cancel);
            queue.removeFirst().run();
            assertThat(waiting.busyProperty().getValue()).isFalse();
            assertThat(freed).as("the stage still shows it").isZero();
        }
        assertThat(freed).isEqualTo(1);
        try (PipelineResult result = frame(100)) {
            waiting.click(result, figure.truth(100).getFirst().x(), 50);
        }
        assertThat(queue).hasSize(1);
        waiting.stop();
        queue.forEach(Runnable::run);
        assertThat(freed).isEqualTo(2);
        assertThat(waiting.taughtProperty().getValue()).isNull();
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
        ByteBuffer pixels = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4);
        figure.paint(index, pixels);
        Frame frame =
                new Frame(WIDTH, HEIGHT, pixels, new Frame.Origin("demo", index, 0), () -> freed++);
        List<Keypoint> truth = figure.truth(index);
        double top = truth.stream().mapToDouble(Keypoint::y).min().orElseThrow() - 8;
        double bottom = truth.stream().mapToDouble(Keypoint::y).max().orElseThrow() + 8;
        double middle = truth.stream().mapToDouble(Keypoint::x).average().orElseThrow();
        BoundingBox box =
                BoundingBox.around(middle, (top + bottom) / 2, 0.6 * (bottom - top), bottom - top);
        EstimationOptions plain = new EstimationOptions(estimator.info().decoder(), false);
        var estimate = estimator.estimate(frame, box, plain);
        return new PipelineResult(frame, estimator.info(), People.one(estimate), 0, 0, 0);
    }

    private void clickNose(long index) throws Problem {
        try (PipelineResult result = frame(index)) {
            Keypoint nose = figure.truth(index).getFirst();
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
