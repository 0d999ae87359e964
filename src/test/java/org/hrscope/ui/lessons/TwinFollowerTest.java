package org.hrscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The untrained network really run beside the trained one, on the demo figure.
@Timeout(120)
class TwinFollowerTest {
    private final List<Problem> troubles = new CopyOnWriteArrayList<>();

    @Test
    void bothLookAtTheSameCropAndOnlyOneKnowsTheJoints() throws Exception {
        Jobs atOnce = new Jobs(Runnable::run, Runnable::run);
        List<Path> before = files();
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                FrameSource source = new DemoSource();
                Frame frame = java.util.Objects.requireNonNull(source.next())) {
            SourceInfo info = source.info();
            Subject subject = Subjects.BUNDLED.subject();
            try (PipelineResult result =
                            new FrameAnalysis()
                                    .analyse(
                                            new Grabbed(frame, info, 0),
                                            estimator,
                                            EngineSettings.standard(),
                                            0);
                    TwinFollower follower =
                            new TwinFollower(
                                    subject.hrNet(),
                                    estimator.info(),
                                    atOnce,
                                    troubles::add,
                                    () -> {})) {
                assertThat(files()).hasSize(before.size() + 1);
                follower.offer(result);
                Twins twins = null;
                while (twins == null) {
                    Thread.sleep(10);
                    twins = follower.poll();
                }
                check(twins, result);
            }
        }
        assertThat(troubles).isEmpty();
        assertThat(files()).as("the twin's file is gone").isEqualTo(before);
    }

    private static void check(Twins twins, PipelineResult result) {
        assertThat(twins.frame()).isEqualTo(result.frame().origin().index());
        assertThat(twins.crop()).hasSize(256 * 192);
        BitSet all = new BitSet();
        all.set(0, 17);
        Twins.Side trained = twins.side(twins.trained(), all);
        Twins.Side untrained = twins.side(twins.untrained(), all);
        assertThat(trained.high()).isGreaterThan(0.5f);
        assertThat(Math.abs(untrained.high())).isBetween(Float.MIN_NORMAL, 1e-6f);
        for (Twins.Side side : List.of(trained, untrained)) {
            assertThat(side.map().values()).contains(0f).contains(1f);
        }
        var keypoints = result.person().orElseThrow().estimate().pose().keypoints();
        var toCrop = twins.geometry().toInput();
        for (int joint = 0; joint < 17; joint++) {
            var expected = keypoints.get(joint).moved(toCrop);
            var read = trained.points().get(joint);
            assertThat(Math.hypot(read.x() - expected.x(), read.y() - expected.y()))
                    .isLessThan(1e-3);
            assertThat(read.score())
                    .isCloseTo(expected.score(), org.assertj.core.data.Offset.offset(1e-5));
        }
        assertThat(twins.side(twins.trained(), new BitSet()).points())
                .as("no joint seen")
                .isEmpty();
    }

    private static List<Path> files() throws Exception {
        List<Path> found = new ArrayList<>();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (var all = Files.newDirectoryStream(folder, "hrscope-scratch-*")) {
            for (Path each : all) if (Files.exists(each.resolve("untrained.onnx"))) found.add(each);
        }
        return found;
    }

    @Test
    void rangesAreWrittenSoThatTheyCanBeRead() {
        assertThat(TwinSide.brief(0.934)).isEqualTo("0.93");
        assertThat(TwinSide.brief(-0.09)).isEqualTo("−0.09");
        assertThat(TwinSide.brief(2.44e-10)).isEqualTo("2.4 × 10⁻¹⁰");
        assertThat(TwinSide.brief(-7e-4)).isEqualTo("−7.0 × 10⁻⁴");
        assertThat(TwinSide.brief(9.96e-11)).isEqualTo("1.0 × 10⁻¹⁰");
        assertThat(TwinSide.brief(0)).isEqualTo("0.00");
    }
}
