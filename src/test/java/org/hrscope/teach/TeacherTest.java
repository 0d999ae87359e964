package org.hrscope.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.convert.UntrainedTwin;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pre-training is worth: three clicks teach a joint to trained features, and nothing to untrained ones.
class TeacherTest {
    private static final int CLICKS = 3;
    private static final int PEOPLE = 37;

    @TempDir Path folder;

    private static double found(ModelFile file) throws Problem {
        try (FeatureReader reader = FeatureReader.of(file)) {
            List<LabelledPerson> people = Figures.seen(reader, 40, PEOPLE);
            List<Example> all = LabelledPerson.examples(people, Figures.PELVIS);
            List<Teacher.CurvePoint> curve =
                    new Teacher(all, FeatureSet.LAST, file.info().decoder())
                            .curve(List.of(1, CLICKS, 10));
            curve.forEach(point ->
                    System.out.printf(
                            "pelvis after %d clicks: %.2f within %.0f %% of the crop's height%n",
                            point.clicks(), point.within(), 100 * Teacher.NEAR));
            return curve.get(1).within();
        }
    }

    @Test
    void threeClicksAreEnoughForTrainedFeaturesOnly() throws Problem {
        try (PoseModel bundled = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            double trained = found(bundled.file());
            Path twin = folder.resolve("twin.onnx");
            UntrainedTwin.write(HrNetReader.declared(bundled.file().graph()).orElseThrow(), twin);
            double untrained = found(new ModelFile(twin, bundled.info()));
            assertThat(trained).isGreaterThanOrEqualTo(0.8);
            assertThat(untrained).isLessThan(0.2);
        }
    }

    /// Printed: what a fit of 20 clicks takes, beside one run of the network; setting up the equations of a click is
    /// once.
    @Test
    void aFitAddsUpWhatIsThere() throws Problem {
        try (PoseModel bundled = new ModelOpener(ModelProfile.EMPTY).bundled();
                FeatureReader reader = FeatureReader.of(bundled.file())) {
            List<LabelledPerson> people = Figures.seen(reader, 40, 20);
            long begun = System.nanoTime();
            Figures.seen(reader, 40, 5);
            double run = (System.nanoTime() - begun) / 5e6;
            List<Example> all = LabelledPerson.examples(people, Figures.PELVIS);
            for (FeatureSet set : FeatureSet.values()) {
                long first = System.nanoTime();
                OnnxHead.Channel fitted = new Teacher(all, set, Decoder.QUARTER).fit();
                long second = System.nanoTime();
                OnnxHead.Channel again = new Teacher(all, set, Decoder.QUARTER).fit();
                long end = System.nanoTime();
                System.out.printf(
                        "20 clicks, %s features: fit %.1f ms, with equations %.1f ms; painting and run %.1f ms%n",
                        set, (end - second) / 1e6, (second - first) / 1e6, run);
                assertThat(again.weights()).isEqualTo(fitted.weights());
                assertThat(again.weights()).hasSize(set == FeatureSet.LAST ? 16 : 240);
            }
        }
    }

    /// A 4x4 map of two channels: one is lit where the joint is, the other everywhere.
    private static Example dot(int x, int y, Click... clicks) {
        float[] values = new float[2 * 16];
        values[4 * y + x] = 1;
        for (int i = 16; i < 32; i++) values[i] = 1;
        return new Example(
                new Features(List.of(new FeatureMaps(2, 4, 4, values))), List.of(clicks));
    }

    @Test
    void theChannelThatShowsTheJointGetsTheWeight() {
        Example one = dot(1, 2, new Click(1, 2, true));
        Example other = dot(3, 0, new Click(3, 0, true));
        Teacher teacher = new Teacher(List.of(one, other), FeatureSet.LAST, Decoder.ARGMAX);
        OnnxHead.Channel fitted = teacher.fit();
        assertThat(fitted.weights()[0]).isGreaterThan(0.5f);
        assertThat(one.features().through(fitted).at(0, 2, 1)).isCloseTo(1f, within(0.05f));
        assertThat(teacher.leaveOneOut()).containsExactly(0.0, 0.0);
    }

    @Test
    void theBackgroundIsZero() {
        Example one = dot(1, 2, new Click(1, 2, true));
        OnnxHead.Channel fitted = new Teacher(List.of(one), FeatureSet.LAST, Decoder.ARGMAX).fit();
        assertThat(one.features().through(fitted).at(0, 0, 0)).isCloseTo(0f, within(1e-6f));
        assertThat(one.features().through(fitted).at(0, 2, 1)).isGreaterThan(0.8f);
    }

    @Test
    void notHereTakesAPeakAway() {
        Example shown = dot(1, 2, new Click(1, 2, true));
        Example decoy = dot(3, 3, new Click(3, 3, false), new Click(0, 0, true));
        Decoder argmax = Decoder.ARGMAX;
        float before =
                decoy.features()
                        .through(new Teacher(List.of(shown), FeatureSet.LAST, argmax).fit())
                        .at(0, 3, 3);
        float after =
                decoy.features()
                        .through(new Teacher(List.of(shown, decoy), FeatureSet.LAST, argmax).fit())
                        .at(0, 3, 3);
        assertThat(after).isLessThan(0.6f * before);
    }

    @Test
    void curveMeasuresOnlyWhatWasLeftOut() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 4; i++) examples.add(dot(i, i, new Click(i, i, true)));
        Teacher teacher = new Teacher(examples, FeatureSet.LAST, Decoder.ARGMAX);
        assertThat(teacher.curve(List.of(1, 2, 3, 4)))
                .extracting(Teacher.CurvePoint::clicks)
                .containsExactly(1, 2, 3);
    }

    @Test
    void channelsThatAreNeverActiveDoNotMatter() {
        Example none =
                new Example(
                        new Features(List.of(new FeatureMaps(3, 4, 4, new float[48]))),
                        List.of(new Click(1, 1, true)));
        OnnxHead.Channel fitted = new Teacher(List.of(none), FeatureSet.LAST, Decoder.ARGMAX).fit();
        assertThat(fitted.weights()).containsExactly(0, 0, 0);
        assertThat(fitted.bias()).isFinite();
    }
}
