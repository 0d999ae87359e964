package org.hrscope.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.convert.GrownNetwork;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.BoundingBox;
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
import org.hrscope.onnx.ApartNetwork;
import org.hrscope.onnx.HalfNetwork;
import org.hrscope.onnx.OnnxHead;
import org.hrscope.onnx.QuantisedHead;
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

    /// @return the network with two thumbs more
    private ModelFile keepsWhatItKnew(ModelFile file, PoseModel old, FeatureSet set, String thumb)
            throws Problem {
        DemoFigure figure = new DemoFigure(5, Figures.WIDTH, Figures.HEIGHT);
        Path to = folder.resolve(thumb + ".onnx");
        int known = old.info().joints();
        LabelledPerson seen;
        List<TaughtJoint> joints;
        try (FeatureReader reader = FeatureReader.of(file)) {
            seen = Figures.seen(reader, 7, 1).getFirst();
            joints =
                    List.of(
                            joint("left_" + thumb, seen, set, "left_wrist"),
                            joint("right_" + thumb, seen, set, "left_" + thumb));
            new TaughtNetwork(file, reader.head(), reader.sources(set), joints).write(to);
        }
        PoseModel taught = opener.open(to);
        HrNetReader.declared(taught.file().graph())
                .ifPresent(net -> assertThat(net.spec().joints()).isEqualTo(known + 2));
        assertThat(taught.info().skeleton().joints()).endsWith("left_" + thumb, "right_" + thumb);
        assertThat(taught.info().skeleton().limbs())
                .contains(new Limb(9, known), new Limb(known, known + 1));
        assertThat(taught.info().skeleton().mirror().subList(known, known + 2))
                .containsExactly(known + 1, known);
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
        return taught.file();
    }

    /// Taught once more, too: the head is then no longer the graph's last node.
    @ParameterizedTest
    @EnumSource
    void bundledNetworkKeepsWhatItKnew(FeatureSet set) throws Problem {
        PoseModel old = opener.bundled();
        ModelFile once = keepsWhatItKnew(old.file(), old, set, "thumb");
        assertThat(HrNetReader.declared(once.graph())).isPresent();
        keepsWhatItKnew(once, opener.open(folder.resolve("thumb.onnx")), set, "toe");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasTaughtGrowsOnlyWithTheHead(FeatureSet set) throws Problem {
        PoseModel old = opener.open(random(HrNetSpec.Version.V1, 1, folder.resolve("net.onnx")));
        ModelFile taught = keepsWhatItKnew(old.file(), old, set, "thumb");
        Path file = taught.path();
        List<Stage> stages = List.of(new Stage(1, 1), new Stage(2, 2), new Stage(2, 1));
        if (set == FeatureSet.LAST) {
            assertThat(GrownNetwork.plan(file, 16, stages).net().spec().joints()).isEqualTo(19);
            return;
        }
        assertThatThrownBy(() -> GrownNetwork.plan(file, 16, stages))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .returns("grow.branches", Problem::key);
    }

    @Test
    void float16IsToldAsTheReason() throws Exception {
        Path file = random(HrNetSpec.Version.V1, 1, folder.resolve("net.onnx"));
        try (PoseModel half = opener.open(HalfNetwork.of(file, folder.resolve("half.onnx")))) {
            assertThatThrownBy(() -> FeatureReader.of(half.file()))
                    .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                    .returns("teach.features", Problem::key);
        }
    }

    /// Told before anything is learned that could not be written.
    @Test
    void weightsInAnotherFileAreTold() throws Exception {
        Path file = random(HrNetSpec.Version.V1, 1, folder.resolve("net.onnx"));
        Path apart = ApartNetwork.of(file, folder.resolve("apart.onnx"));
        try (PoseModel opened = opener.open(apart)) {
            assertThatThrownBy(() -> FeatureReader.of(opened.file()))
                    .hasMessageContaining(apart + " keeps its weights in another file");
        }
    }

    /// Told before hours of reading, not by an error after them.
    @Test
    void morePeopleThanMemoryHoldsAreTold() throws Problem {
        try (PoseModel bundled = opener.bundled();
                FeatureReader reader = FeatureReader.of(bundled.file())) {
            // 16, 32, 64 and 128 channels on 64x48 cells and a quarter as many each time.
            long person = 4 * 3072 * (16 + 8 + 4 + 2);
            reader.check(500, 4 * 500 * person / 3 + 4);
            assertThatThrownBy(() -> reader.check(500, 4 * 500 * person / 3 - 8))
                    .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                    .returns("teach.memory", Problem::key);
            reader.check(0, 0);
        }
    }

    private static Path random(HrNetSpec.Version version, int kernel, Path to) throws Problem {
        List<Stage> stages = List.of(new Stage(1, 1), new Stage(1, 1), new Stage(2, 1));
        HrNetSpec spec = new HrNetSpec(version, 8, 17, kernel, 1, stages);
        return RandomNetwork.write(spec, 96, 64, to);
    }

    @ParameterizedTest
    @CsvSource({"V1,1,LAST", "V1,3,LAST", "V2,1,LAST", "V1,3,ALL", "V2,1,ALL"})
    void anyHeadKeepsWhatItKnew(HrNetSpec.Version version, int kernel, FeatureSet set)
            throws Problem {
        PoseModel old = opener.open(random(version, kernel, folder.resolve("net.onnx")));
        keepsWhatItKnew(old.file(), old, set, "thumb");
    }

    /// Nothing can be added to int8 weights: the new heatmaps come from float32 ones beside them.
    @Test
    void aQuantisedHeadKeepsWhatItKnew() throws Exception {
        Path plain = random(HrNetSpec.Version.V1, 1, folder.resolve("net.onnx"));
        PoseModel old = opener.open(QuantisedHead.write(plain, folder.resolve("qdq.onnx")));
        keepsWhatItKnew(old.file(), old, FeatureSet.LAST, "thumb");
        try (FeatureReader reader = FeatureReader.of(old.file())) {
            assertThatThrownBy(() -> reader.sources(FeatureSet.ALL))
                    .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                    .returns("teach.no-branches", Problem::key);
        }
    }

    @Test
    void aBoxOutsideTheImageIsTold() throws Problem {
        try (PoseModel bundled = opener.bundled();
                FeatureReader reader = FeatureReader.of(bundled.file());
                Frame frame = Figures.frame(new DemoFigure(5, Figures.WIDTH, Figures.HEIGHT), 7)) {
            for (double left : new double[] {-60, Figures.WIDTH}) {
                BoundingBox box = new BoundingBox(left, 10, 60, 90);
                Click inside = new Click(left + 30, 50, true);
                assertThatThrownBy(() -> reader.read(frame, box, Map.of("thumb", List.of(inside))))
                        .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                        .returns("teach.box", Problem::key);
            }
            BoundingBox half = new BoundingBox(-30, 10, 60, 90);
            assertThat(reader.read(frame, half, Map.of()).examples()).isEmpty();
        }
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
