package org.hrscope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.ImportOptions;
import org.hrscope.convert.InputSize;
import org.hrscope.convert.ParityCheck;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzReader;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One network as various training programs save it: other names, other dicts, and objects of their own beside it.
class WrappingsTest {
    private static final Path REFERENCE = Path.of("../shared/reference");

    @TempDir Path folder;

    /// @param naming   of the tensors
    /// @param wrapping what surrounds them
    record Case(String name, UnaryOperator<String> naming, TorchFile.Wrapping wrapping) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case under(String prefix) {
        return new Case(prefix, name -> prefix + name, (_, tensors) -> tensors.run());
    }

    private static Case beside(String name, String key, TorchFile.Wrapping wrapping) {
        return new Case(
                name,
                n -> n,
                (to, tensors) -> {
                    wrapping.write(
                            to.raw('}', '('),
                            () -> {
                                to.text(key);
                                tensors.run();
                            });
                    to.raw('u');
                });
    }

    private static String openMm(String prefix, String name) {
        return prefix + (name.startsWith("final") ? "head." : "backbone.") + name;
    }

    static Stream<Case> cases() {
        return Stream.of(
                under(""),
                under("_orig_mod."),
                under("net."),
                under("model._orig_mod."),
                under("_orig_mod.module.model.net.backbone."),
                under("my_own.pose2d."),
                under("model.layer1."),
                new Case(
                        "a wrapper inside the names",
                        n -> n.replaceFirst("\\.", "._orig_mod."),
                        (_, tensors) -> tensors.run()),
                new Case(
                        "OpenMMLab, compiled",
                        n -> openMm("_orig_mod.module.", n),
                        (_, tensors) -> tensors.run()),
                new Case(
                        "head and body compiled apart",
                        n ->
                                "net."
                                        + (n.startsWith("final")
                                                ? "decoder._orig_mod."
                                                : "encoder.")
                                        + n,
                        (_, tensors) -> tensors.run()),
                beside(
                        "under net",
                        "net",
                        (to, tensors) -> {
                            tensors.run();
                            to.text("epoch").number(3);
                        }),
                beside(
                        "two deep",
                        "ema",
                        (to, tensors) -> {
                            to.text("epoch").number(3).text("model").raw('}', '(');
                            tensors.run();
                            to.raw('u');
                        }),
                beside(
                        "in a list",
                        "weights",
                        (to, tensors) -> {
                            to.text("models").raw(']', '}', '(');
                            tensors.run();
                            to.raw('u', 'a');
                        }),
                beside(
                        "beside arguments",
                        "model",
                        (to, tensors) -> {
                            tensors.run();
                            object(to.text("args"), "argparse", "Namespace", "lr");
                        }),
                beside(
                        "beside a logger's history",
                        "state_dict",
                        (to, tensors) -> {
                            object(
                                    to.text("hub"),
                                    "mmengine.logging.history_buffer",
                                    "HistoryBuffer",
                                    "h");
                            tensors.run();
                        }),
                beside(
                        "beside all that people keep",
                        "model",
                        (to, tensors) -> {
                            keepsakes(to);
                            tensors.run();
                        }),
                beside(
                        "beside a function that is only named",
                        "model",
                        (to, tensors) -> {
                            to.text("act").global("torch.nn.functional", "relu");
                            tensors.run();
                        }),
                beside(
                        "beside its average",
                        "model",
                        (to, tensors) -> {
                            tensors.run();
                            to.text("ema").raw('}').text(BODY);
                            to.tensor("FloatStorage", "0", 1, 0, List.of(1L), List.of(1L)).raw('s');
                        }),
                beside(
                        "beside its optimiser",
                        "model",
                        (to, tensors) -> {
                            to.text("optimizer").raw('}').text("state").raw('}', '(');
                            for (int i = 0; i < 1000; i++) {
                                to.number(i).raw('}').text("exp_avg");
                                to.tensor("FloatStorage", "0", 1, 0, List.of(1L), List.of(1L))
                                        .raw('s');
                            }
                            to.raw('u', 's');
                            tensors.run();
                        }));
    }

    private static final List<String> COMMON =
            List.of(
                    "_orig_mod.",
                    "net.",
                    "model._orig_mod.",
                    "under net",
                    "two deep",
                    "beside arguments",
                    "beside a logger's history");

    static Stream<Case> commonCases() {
        return cases().filter(each -> COMMON.contains(each.name));
    }

    private static final String BODY = "stage2.0.branches.0.0.conv1.weight";

    /// An instance as pickle writes it: class, no arguments, dict of attributes.
    private static void object(PickleWriter to, String module, String type, String attribute) {
        to.global(module, type).raw(')', 0x81, '}').text(attribute).number(1).raw('s', 'b');
    }

    /// Values of many classes, as Python 3 writes them.
    private static void keepsakes(PickleWriter to) {
        to.text("path").global("pathlib", "PosixPath").raw('(').text("/").text("a").raw('t', 'R');
        to.text("when").global("datetime", "datetime").raw('C', 2, 7, 7, 0x85, 'R');
        to.text("loss").global("numpy.core.multiarray", "scalar").raw('(');
        to.global("numpy", "dtype").text("f8").raw(0x85, 'R').raw('C', 1, 7, 't', 'R');
        to.text("random").global("numpy.random._pickle", "__randomstate_ctor").raw(')', 'R');
        to.text("queue").global("collections", "deque").raw(']', 0x85, 'R');
        to.text("partial").global("functools", "partial").global("torch.nn", "ReLU").raw(0x85, 'R');
        to.raw('N', 'b');
        to.text("default").global("collections", "defaultdict").global("builtins", "list");
        to.raw(0x85, 'R').text("a").number(1).raw('s');
        to.text("config").global("mmengine.config.config", "ConfigDict");
        to.raw('}').text("lr").number(1).raw('s', 0x85, 'R', '}', 'b');
        to.text("box").global("easydict", "EasyDict").raw(')', 0x81).text("a").number(1).raw('s');
        to.text("mode").global("my.train", "Mode").number(1).raw(0x85, 'R');
        to.text("old").global("copy_reg", "_reconstructor").raw('(').global("my", "Thing");
        to.global("__builtin__", "object").raw('N', 't', 'R', '}', 'b');
        to.text("old class").raw('(').global("my", "Thing").number(1).raw('o');
        to.text("complex").tensor("ComplexFloatStorage", "0", 1, 0, List.of(1L), List.of(1L));
        to.text("log").global("logging", "getLogger").text("x").raw(0x85, 'R');
    }

    private static HrNetSpec tiny() {
        HrNetSpec.Stage one = new HrNetSpec.Stage(1, 1);
        return new HrNetSpec(HrNetSpec.Version.V1, 4, 3, 1, 1, List.of(one, one, one));
    }

    private static TorchFile network(long seed) {
        return TorchFile.random(HrNet.of(tiny(), 64, 64).stateDict(), seed);
    }

    private static Map<String, double[]> values(Path file) throws Problem {
        Map<String, double[]> values = new LinkedHashMap<>();
        try (Checkpoint open = Checkpoint.open(file)) {
            open.tensors().forEach((name, tensor) -> values.put(name, tensor.toArray()));
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTensorIsFound(Case wrapped) throws IOException, Problem {
        Map<String, double[]> wanted = values(network(1).writeZip(folder.resolve("plain.pth")));
        TorchFile network = network(1).renamed(wrapped.naming);
        Path file = network.writeZip(folder.resolve("x.pth"), wrapped.wrapping);
        Map<String, double[]> found = values(file);
        assertThat(found.keySet()).containsExactlyElementsOf(wanted.keySet());
        found.forEach((name, value) -> assertThat(value).as(name).isEqualTo(wanted.get(name)));
    }

    /// The small reference network, wrapped, gives PyTorch's heatmaps.
    @ParameterizedTest
    @MethodSource("commonCases")
    void theHeatmapsAreTheReferences(Case wrapped) throws IOException, Problem {
        Path reference = REFERENCE.resolve("hrnet_w8small_dataparallel.pth");
        assumeTrue(Files.exists(reference), "no reference checkpoints here");
        Map<String, Shape> shapes = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        try (Checkpoint open = Checkpoint.open(reference)) {
            open.tensors()
                    .forEach((name, tensor) -> {
                        shapes.put(name, tensor.shape());
                        double[] exact = tensor.toArray();
                        float[] value = new float[exact.length];
                        for (int i = 0; i < exact.length; i++) value[i] = (float) exact[i];
                        values.put(name, value);
                    });
        }
        Path file = folder.resolve("x_256x192.pth");
        TorchFile.of(shapes, values).renamed(wrapped.naming).writeZip(file, wrapped.wrapping);
        Path onnx = folder.resolve("x.onnx");
        new CheckpointImport().run(file, onnx, ImportOptions.NONE);
        Map<String, Tensor> wanted =
                new LinkedHashMap<>(NpzReader.read(REFERENCE.resolve("hrnet_w8small_taps.npz")));
        Path input = REFERENCE.resolve("hrnet_w8_taps.npz");
        wanted.put("input", NpzReader.read(input, "input").orElseThrow());
        assertThat(new ParityCheck().run(onnx, wanted))
                .hasSize(1)
                .allSatisfy(p -> assertThat(p.relative()).isLessThan(1e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n_averaged", "steps", "module.steps", "bn1.num_batches_tracked"})
    void countersAreNoPartOfTheNetwork(String counter) throws IOException, Problem {
        TorchFile file =
                new TorchFile()
                        .add(counter, Shape.of(), 5)
                        .with(network(1).renamed(n -> "module." + n));
        Path onnx = folder.resolve("x.onnx");
        var made = new CheckpointImport().run(file.writeZip(folder.resolve("x.pth")), onnx, SMALL);
        assertThat(made.net().spec()).isEqualTo(tiny());
    }

    private static final ImportOptions SMALL =
            new ImportOptions(
                    java.util.Optional.of(new InputSize(64, 64)),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    false);

    /// A loss with weights, a metric: not part of the network.
    @Test
    void whatLiesBesideACompleteNetworkIsLeftOut() throws IOException, Problem {
        TorchFile file =
                network(1)
                        .renamed(n -> "net." + n)
                        .with(new TorchFile().add("loss.weight", Shape.of(2), 1, 2));
        try (Checkpoint open = Checkpoint.open(file.writeZip(folder.resolve("x.pth")))) {
            assertThat(open.shapes()).isEqualTo(HrNet.of(tiny(), 64, 64).stateDict());
        }
    }

    @Test
    void ofAModelAndItsAverageTheModelIsTakenAndSaid() throws IOException, Problem {
        TorchFile file =
                network(1)
                        .renamed(n -> "model_ema." + n)
                        .with(network(2).renamed(n -> "model." + n));
        Path path = file.writeZip(folder.resolve("x.pth"));
        Map<String, double[]> wanted = values(network(2).writeZip(folder.resolve("plain.pth")));
        try (Checkpoint open = Checkpoint.open(path)) {
            assertThat(open.place()).isEqualTo("model");
            assertThat(open.tensors().get("conv1.weight").toArray())
                    .isEqualTo(wanted.get("conv1.weight"));
        }
    }

    @Test
    void twoOfOneRankAreNamed() throws IOException {
        TorchFile file =
                network(1)
                        .renamed(n -> "student." + n)
                        .with(network(2).renamed(n -> "teacher." + n));
        Path path = file.writeZip(folder.resolve("x.pth"));
        assertThatThrownBy(() -> Checkpoint.open(path).close())
                .isInstanceOf(Problem.class)
                .hasMessage(
                        path
                                + " contains several networks: student, teacher. Save the one you want on its own with"
                                + " torch.save, and choose that file.");
    }

    /// `torch.save(model, file)`: nested modules, each an instance with its tensors among its attributes.
    @Test
    void aWholeModuleGivesItsStateDict() throws IOException, Problem {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        PickleWriter pickle = new PickleWriter();
        module(
                pickle,
                () -> {
                    pickle.text("stage2");
                    module(pickle, () -> {}, "weight");
                });
        parts.put("archive/data.pkl", pickle.end());
        parts.put("archive/data/0", new byte[4]);
        Path file = TorchFile.zip(folder.resolve("x.pth"), parts);
        try (Checkpoint open = Checkpoint.open(file)) {
            assertThat(open.shapes()).isEqualTo(Map.of("stage2.weight", Shape.of(1)));
        }
    }

    private static void module(PickleWriter to, Runnable children, String... parameters) {
        to.global("models.pose_hrnet", "PoseHighResolutionNet").raw(')', 0x81, '}', '(');
        to.text("_parameters").global("collections", "OrderedDict").raw(')', 'R', '(');
        for (String name : parameters) {
            to.text(name).tensor("FloatStorage", "0", 1, 0, List.of(1L), List.of(1L));
        }
        to.raw('u').text("_modules").global("collections", "OrderedDict").raw(')', 'R', '(');
        children.run();
        to.raw('u', 'u', 'b');
    }
}
