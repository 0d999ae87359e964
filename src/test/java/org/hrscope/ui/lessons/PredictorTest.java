package org.hrscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.ablation.CutSession;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.JointEffect;
import org.hrscope.ablation.Readout;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.lab.Lab;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What lessons ask about the demo figure has the answer that the network gives.
class PredictorTest {
    private final Jobs atOnce = new Jobs(Runnable::run, Runnable::run);
    private final Lab lab = new Lab(atOnce, problem -> {});
    private final List<Prediction> made = new ArrayList<>();
    private PoseEstimator live;
    private @Nullable PipelineResult shown;
    private Predictor predictor;

    @BeforeEach
    void open() throws Exception {
        live = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
        lab.use(file());
        predictor =
                new Predictor(
                        atOnce,
                        () -> shown,
                        lab.networkProperty(),
                        new SimpleObjectProperty<>(Decoder.QUARTER),
                        problem -> {
                            throw new AssertionError(problem);
                        });
    }

    @AfterEach
    void close() {
        if (shown != null) shown.close();
        live.close();
    }

    private ModelFile file() {
        return live.model().file();
    }

    private void show(int index) throws Exception {
        try (DemoSource source = new DemoSource()) {
            for (int i = 0; i < index; i++) source.next().close();
            try (Frame frame = source.next()) {
                BoundingBox all = new BoundingBox(60, 8, frame.width() - 120, frame.height() - 16);
                EngineSettings settings =
                        new EngineSettings(Decoder.QUARTER, false, PersonMode.DRAWN, all, 1, true);
                Grabbed grabbed = new Grabbed(frame, new SourceInfo("demo", 0, 0, false), 0);
                shown = new FrameAnalysis().analyse(grabbed, live, settings, 0);
            }
        }
    }

    private Prediction asked(Prediction.Kind kind, int joint) {
        predictor.ask(kind, joint, made::add);
        predictor.pulse();
        assertThat(made).as("the frame might still move").isEmpty();
        for (int i = 0; i < 30; i++) predictor.pulse();
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 61})
    void theJointThatMovesMostIsTheRightOne(int frame) throws Exception {
        show(frame);
        Prediction of = asked(Prediction.Kind.MOVES, 0);
        assertThat(of.options()).hasSizeBetween(3, 4).doesNotHaveDuplicates().isSorted();
        var geometry = shown.person().orElseThrow().estimate().geometry();
        try (CutSession session = CutSession.beside(file(), List.of())) {
            session.crop(shown.frame(), geometry);
            Heatmaps whole = session.heatmaps(Gains.NONE);
            Heatmaps cut = session.heatmaps(Gains.NONE.with(of.path(), 0));
            List<JointEffect> effects =
                    JointEffect.between(
                            Readout.of(whole, geometry, Decoder.QUARTER),
                            Readout.of(cut, geometry, Decoder.QUARTER),
                            geometry);
            JointEffect hardest = effects.get(of.answer());
            for (int i = 0; i < of.options().size(); i++) {
                JointEffect effect = effects.get(of.options().get(i));
                assertThat(JointEffect.LARGEST_FIRST.compare(hardest, effect))
                        .isLessThanOrEqualTo(0);
                if (!effect.lost()) assertThat(of.amounts().get(i)).isEqualTo(effect.pixels());
            }
        }
    }

    @Test
    void theSharesAreThoseOfThePeak() throws Exception {
        show(17);
        int joint = predictor.bestJoint(-1);
        Prediction of = asked(Prediction.Kind.SHARES, joint);
        assertThat(of.options()).containsExactly(0, 1, 2, 3);
        assertThat(of.amounts().get(of.right())).isGreaterThanOrEqualTo(of.amounts().get(1));
        double sum = of.amounts().stream().mapToDouble(share -> share).sum();
        assertThat(sum).as("without the bias").isBetween(0.8, 1.2);
    }

    @Test
    void nobodyOnStageAsksNothingAndHasNoBestJoint() {
        assertThat(predictor.bestJoint(4)).isEqualTo(4);
        predictor.ask(Prediction.Kind.MOVES, 0, made::add);
        for (int i = 0; i < 50; i++) predictor.pulse();
        assertThat(made).isEmpty();
    }

    /// Two peaks, one weak peak, two joints in one place, and one that is clear.
    @Test
    void aClearJointHasOnePeakOfItsOwn() {
        int height = 20;
        int width = 15;
        float[] values = new float[6 * height * width];
        int[][] peaks = {{4, 4}, {4, 4}, {9, 9}, {2, 13}, {7, 16}, {11, 3}};
        for (int joint = 0; joint < 6; joint++) {
            int at = (joint * height + peaks[joint][1]) * width + peaks[joint][0];
            values[at] = joint == 3 ? 0.1f : 0.9f - 0.05f * joint;
        }
        values[(2 * height + 1) * width + 1] = 0.6f;
        assertThat(SinglePeak.of(new Heatmaps(6, height, width, values))).containsExactly(4, 5);
    }
}
