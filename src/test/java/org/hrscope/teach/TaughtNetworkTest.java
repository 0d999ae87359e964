package org.hrscope.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton.Limb;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaughtNetworkTest {
    @TempDir Path folder;

    private final ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);

    private static TaughtJoint joint(
            String name, LabelledPerson seen, FeatureSet set, String tied) {
        OnnxHead.Channel fitted =
                new Teacher(
                                LabelledPerson.examples(List.of(seen), Figures.PELVIS),
                                set,
                                org.hrscope.domain.Decoder.QUARTER)
                        .fit();
        return new TaughtJoint(name, fitted, tied);
    }

    private static Heatmaps maps(PoseModel model, Frame frame, DemoFigure figure) throws Problem {
        try (PoseEstimator estimator = new PoseEstimator(model)) {
            EstimationOptions plain = new EstimationOptions(model.info().decoder(), false);
            return estimator.estimate(frame, Figures.box(figure, 7), plain).heatmaps();
        }
    }

    private void keepsWhatItKnew(ModelFile file, PoseModel old, FeatureSet set) throws Problem {
        DemoFigure figure = new DemoFigure(5, Figures.WIDTH, Figures.HEIGHT);
        Path to = folder.resolve("taught.onnx");
        LabelledPerson seen;
        List<TaughtJoint> joints;
        try (FeatureReader reader = FeatureReader.of(file)) {
            seen = Figures.seen(reader, 7, 1).getFirst();
            joints = List.of(joint("left_thumb", seen, set, "left_wrist"),
                            joint("right_thumb", seen, set, ""));
            new TaughtNetwork(file, reader.head(), reader.sources(set), joints).write(to);
        }
        PoseModel taught = opener.open(to);
        assertThat(HrNetReader.read(taught.file().graph()).orElseThrow().spec().joints())
                .isEqualTo(19);
        assertThat(taught.info().skeleton().joints()).endsWith("left_thumb", "right_thumb");
        assertThat(taught.info().skeleton().limbs()).contains(new Limb(9, 17));
        assertThat(taught.info().skeleton().mirror().subList(17, 19)).containsExactly(18, 17);
        try (Frame frame = Figures.frame(figure, 7)) {
            Heatmaps before = maps(old, frame, figure);
            Heatmaps after = maps(taught, frame, figure);
            int own = before.values().length;
            assertThat(java.util.Arrays.copyOf(after.values(), own)).isEqualTo(before.values());
            try (FeatureReader reader = FeatureReader.of(file)) {
                Heatmaps fitted =
                        reader.read(frame, Figures.box(figure, 7), Map.of())
                                .features()
                                .of(set)
                                .through(joints.getFirst().channel());
                for (int i = 0; i < fitted.values().length; i++) {
                    assertThat(after.values()[own + i])
                            .isCloseTo(fitted.values()[i], within(1e-5f));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bundledNetworkKeepsWhatItKnew(FeatureSet set) throws Problem {
        PoseModel old = opener.bundled();
        keepsWhatItKnew(old.file(), old, set);
    }

    @ParameterizedTest
    @CsvSource({"V1,1,LAST", "V1,3,LAST", "V2,1,LAST", "V1,3,ALL", "V2,1,ALL"})
    void anyHeadKeepsWhatItKnew(HrNetSpec.Version version, int kernel, FeatureSet set)
            throws Problem {
        List<Stage> stages = List.of(new Stage(1, 1), new Stage(1, 1), new Stage(2, 1));
        HrNetSpec spec = new HrNetSpec(version, 8, 17, kernel, 1, stages);
        Path file = RandomNetwork.write(spec, 96, 64, folder.resolve("net.onnx"));
        PoseModel old = opener.open(file);
        keepsWhatItKnew(old.file(), old, set);
    }

    @Test
    void namesAreNewAndPlain() throws Problem {
        try (PoseModel bundled = opener.bundled()) {
            var skeleton = bundled.info().skeleton();
            assertThatThrownBy(() -> TaughtNetwork.check("nose", skeleton))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> TaughtNetwork.check("a,b", skeleton))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> TaughtNetwork.check(" ", skeleton))
                    .isInstanceOf(Problem.class);
            TaughtNetwork.check("头顶", skeleton);
        }
    }
}
