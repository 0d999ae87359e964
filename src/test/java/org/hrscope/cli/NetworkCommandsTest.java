package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hrscope.Shared;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.checkpoint.TorchFile;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.ParityCheck;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Problem;
import org.hrscope.export.NpzReader;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.SmallModel;
import org.hrscope.library.Catalogue;
import org.hrscope.library.Downloader;
import org.hrscope.library.ModelStore;
import org.hrscope.onnx.FreeSizes;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `import`, `describe` and `inspect`, from the command line to the file.
class NetworkCommandsTest extends CommandRuns {
    private static final Path REFERENCE = Path.of("../shared/reference");
    private static final String BUNDLED = "models/hrnet_w16_coco17_256x192.onnx";

    @CommandLine.Command
    static final class Root {}

    private int run(String... arguments) {
        Catalogue catalogue = Catalogue.load();
        Downloader downloader = new Downloader(ProxySelector.of(null));
        ModelStore store = new ModelStore(folder, downloader, new CheckpointImport());
        CommandLine commands =
                new CommandLine(new Root())
                        .addSubcommand(new ModelsCommand(catalogue, store, (_, _) -> {}))
                        .addSubcommand(
                                new ImportCommand(
                                        new CheckpointImport(), new ParityCheck(), catalogue))
                        .addSubcommand(new DescribeCommand())
                        .addSubcommand(new InspectCommand(NetworkCommandsTest::picture));
        return execute(commands, arguments);
    }

    private static FrameSource picture(SourceSpec spec) throws Problem {
        return new SourceOpener(new Cameras(), pool -> new DemoSource())
                .open(spec, new FramePool());
    }

    private static String reference(String name) {
        Path file = REFERENCE.resolve(name);
        assumeTrue(Files.exists(file), "no reference checkpoints here");
        return file.toString();
    }

    @Test
    void importComparesAndDescribeTells() {
        String onnx = folder.resolve("w8.onnx").toString();
        int exit =
                run(
                        "import",
                        reference("hrnet_w8_official_legacy.pth"),
                        "-o",
                        onnx,
                        "--reference",
                        reference("hrnet_w8_taps.npz"));
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("HRNet-W8, 17 joints (coco17), input 256x192")
                .contains("compared with the reference: 90 values");
        assertThat(run("describe", onnx)).isZero();
        assertThat(out.toString())
                .contains("output  heatmaps: float 1x17x64x48")
                .contains("source = hrnet_w8_official_legacy.pth")
                .contains("stage4.2.fuse_layers.0.3");
    }

    @Test
    void importWithoutReferenceIsRunOnce() {
        String onnx = folder.resolve("half.onnx").toString();
        assertThat(run("import", reference("hrnet_w8small_half.pth"), "-o", onnx)).isZero();
        assertThat(out.toString()).contains("run on fixed noise: heatmaps 17x64x48 from -");
    }

    @Test
    void importOfFaces() {
        String onnx = folder.resolve("hand.onnx").toString();
        String checkpoint = reference("hrnetv2_w8small_hand21.pth");
        assertThat(run("import", checkpoint, "-o", onnx, "--dynamic-batch")).isZero();
        assertThat(out.toString()).contains("HRNetV2-W8, 21 joints (hand21), input 256x256");
        assertThat(run("describe", onnx)).isZero();
        assertThat(out.toString()).contains("input   image: float batchx3x256x256");
    }

    @Test
    void describeOfTheBundledModel() {
        assertThat(run("describe", BUNDLED)).isZero();
        assertThat(out.toString())
                .contains("HRNet-W16, 17 joints, input 256x192")
                .contains("2,817,537");
    }

    @Test
    void describeOfAnHrNetOfAFreeInputSize() throws Exception {
        Path free = FreeSizes.of(Path.of(BUNDLED), folder.resolve("free.onnx"));
        assertThat(run("describe", free.toString())).isZero();
        assertThat(out.toString()).contains("HRNet-W16, 17 joints, input 256x192");
        assertThat(run("describe", free.toString(), "--size", "128x96")).isZero();
        assertThat(out.toString()).contains("HRNet-W16, 17 joints, input 128x96");
    }

    /// Downloads lose their ending, and both formats of PyTorch are in use.
    @Test
    void aCheckpointIsToldByWhatIsInIt() throws Exception {
        HrNetSpec.Stage once = new HrNetSpec.Stage(1, 1);
        HrNetSpec spec =
                new HrNetSpec(HrNetSpec.Version.V1, 4, 17, 1, 1, List.of(once, once, once));
        TorchFile torch = TorchFile.random(HrNet.of(spec, 64, 64).stateDict(), 5);
        Path zip = torch.writeZip(folder.resolve("weights"));
        Path legacy = torch.writeLegacy(folder.resolve("weights.bin"));
        assertThat(run("describe", zip.toString(), "--size", "128x96")).isZero();
        String first = out.toString();
        assertThat(first).contains(zip + ": checkpoint, ").contains("17 joints, input 128x96");
        out.getBuffer().setLength(0);
        assertThat(run("describe", legacy.toString(), "--size", "128x96")).isZero();
        assertThat(out.toString().replace(legacy.toString(), zip.toString())).isEqualTo(first);
        out.getBuffer().setLength(0);
        // Without one, the size that networks of bodies mostly have, or the one in its name.
        assertThat(run("describe", zip.toString())).isZero();
        assertThat(out.toString()).contains("input 256x192");
        Path named = Files.copy(zip, folder.resolve("own_384x288.pth"));
        assertThat(run("describe", named.toString())).isZero();
        assertThat(out.toString()).contains("input 384x288");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatIsNeitherIsRefusedInOneSentence() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path text = Files.writeString(folder.resolve("notes.txt"), "P");
        assertThat(run("describe", empty.toString())).isEqualTo(2);
        assertThat(run("describe", text.toString())).isEqualTo(2);
        assertThat(run("describe", folder.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(3)
                .satisfies(lines -> {
                    assertThat(lines.get(0)).contains(empty.toString());
                    assertThat(lines.get(1)).contains(text.toString());
                    assertThat(lines.get(2)).contains(folder + " is a folder, not a file.");
                });
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aStrangerIsListedNodeByNode() throws Exception {
        Path stranger = folder.resolve("small.onnx");
        SmallModel.floats(17).write(stranger);
        assertThat(run("describe", stranger.toString())).isZero();
        assertThat(out.toString())
                .contains("operator", "output  ")
                .doesNotContain("multiply-adds", "HRNet-W");
    }

    @Test
    void inspectWritesWhatWasAskedFor() throws Problem, IOException {
        Path in = folder.resolve("in.npz");
        try (var npz = new org.hrscope.export.NpzWriter(Files.newOutputStream(in))) {
            npz.add("x", org.hrscope.convert.FixedInput.of(256, 192));
        }
        Path npz = folder.resolve("out.npz");
        String layers = "stage3.0.fused.1,heatmaps";
        assertThat(
                        run(
                                "inspect",
                                BUNDLED,
                                "--tensor",
                                in + ":x",
                                "--layers",
                                layers,
                                "-o",
                                npz.toString()))
                .as(err.toString())
                .isZero();
        assertThat(NpzReader.names(npz)).containsExactly("stage3.0.fused.1", "heatmaps");
        assertThat(NpzReader.read(npz, "heatmaps").orElseThrow().shape()).hasToString("1x17x64x48");
        assertThat(
                        run(
                                "inspect",
                                BUNDLED,
                                "--tensor",
                                in + ":x",
                                "--layers",
                                "all",
                                "-o",
                                npz.toString()))
                .isZero();
        assertThat(NpzReader.names(npz)).hasSizeGreaterThan(100).contains("layer1.0");
    }

    /// A reference with every other channel of one value, that value off by `off`, and the input.
    private Path reference(String name, int rows, float off) throws Problem, IOException {
        Path npz = folder.resolve("values.npz");
        Path in = folder.resolve("in.npz");
        try (var to = new org.hrscope.export.NpzWriter(Files.newOutputStream(in))) {
            to.add("input", org.hrscope.convert.FixedInput.of(256, 192));
        }
        String layers = "stem.conv2,heatmaps";
        assertThat(
                        run(
                                "inspect",
                                BUNDLED,
                                "--tensor",
                                in + ":input",
                                "--layers",
                                layers,
                                "-o",
                                npz.toString()))
                .isZero();
        var maps = NpzReader.read(npz, "heatmaps").orElseThrow();
        float[] values = maps.toArray();
        values[777] += off;
        int[] shape = {1, 17, rows, values.length / 17 / rows};
        Path made = folder.resolve(name);
        try (var to = new org.hrscope.export.NpzWriter(Files.newOutputStream(made))) {
            to.add("input", org.hrscope.convert.FixedInput.of(256, 192));
            to.add("stem.conv2", NpzReader.read(npz, "stem.conv2").orElseThrow());
            to.add(
                    "heatmaps",
                    new org.hrscope.domain.Tensor(
                            org.hrscope.domain.Shape.of(shape), java.nio.FloatBuffer.wrap(values)));
        }
        return made;
    }

    /// 0 within the tolerance, 1 beyond it, 2 where nothing can be compared.
    @Test
    void compareTellsHowFarValuesAreFromAReference() throws Problem, IOException {
        String same = reference("same.npz", 64, 0).toString();
        assertThat(run("inspect", BUNDLED, "--compare", same)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("2 values compared", "0 beyond");
        String off = reference("off.npz", 64, 0.5f).toString();
        assertThat(run("inspect", BUNDLED, "--compare", off)).isEqualTo(1);
        assertThat(out.toString()).contains("1 beyond", "! heatmaps");
        assertThat(run("inspect", BUNDLED, "--compare", off, "--tolerance", "1e9")).isZero();
        String nan = reference("nan.npz", 64, Float.NaN).toString();
        assertThat(run("inspect", BUNDLED, "--compare", nan, "--tolerance", "1e9")).isEqualTo(1);
        String endless = reference("inf.npz", 64, Float.POSITIVE_INFINITY).toString();
        assertThat(run("inspect", BUNDLED, "--compare", endless)).isEqualTo(1);
        String other = reference("other.npz", 48, 0).toString();
        assertThat(err.toString()).isEmpty();
        assertThat(run("inspect", BUNDLED, "--compare", other)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("heatmaps");
        assertThat(run("inspect", BUNDLED, "--compare", same, "--tolerance", "NaN")).isEqualTo(2);
        assertThat(run("inspect", BUNDLED, "--compare", same, "--tolerance=-1")).isEqualTo(2);
        Path nothing = folder.resolve("nothing.npz");
        try (var to = new org.hrscope.export.NpzWriter(Files.newOutputStream(nothing))) {
            to.add("input", org.hrscope.convert.FixedInput.of(256, 192));
        }
        assertThat(run("inspect", BUNDLED, "--compare", nothing.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nothing to compare").doesNotContain("Exception");
    }

    @Test
    void modelsAreListedAndMissed() {
        assertThat(run("models", "list", "--kind", "hand,face", "dark")).isZero();
        assertThat(out.toString()).contains("WFLW").endsWith("6 of 72 networks\n");
        assertThat(out.toString().lines().limit(6)).allMatch(line -> line.contains(" MB "));
        assertThat(run("models", "verify", "pose_hrnet_w48_384x288")).isEqualTo(2);
        assertThat(run("models", "download", "pose_hrnet_w48_384x288")).isEqualTo(2);
        assertThat(run("models", "download", "nothing")).isEqualTo(2);
        assertThat(run("models", "remove", "pose_hrnet_w48_384x288")).isZero();
        assertThat(err.toString().lines())
                .first()
                .isEqualTo("pose_hrnet_w48_384x288 is not on this computer. Download it first.");
    }

    @Test
    void outputsHaveTheirEnding() {
        String text = folder.resolve("q.txt").toString();
        assertThat(run("inspect", BUNDLED, "--tensor", "none.npz:input", "-o", text)).isEqualTo(2);
        assertThat(err.toString()).contains(text).contains(".npz");
        err.getBuffer().setLength(0);
        assertThat(run("import", "none.pth", "-o", text)).isEqualTo(2);
        assertThat(err.toString()).contains(text).contains(".onnx");
    }

    @Test
    void aFolderIsNotSaidToBeMissing() {
        String place = folder.toString();
        assertThat(run("describe", place)).isEqualTo(2);
        assertThat(run("import", place)).isEqualTo(2);
        assertThat(run("inspect", BUNDLED, "--tensor", place, "-o", "y.npz")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith(place + " is a folder, not a file."));
    }

    @Test
    void problemsEndWithTwoAndOneSentence() {
        String missing = folder.resolve("none.pth").toString();
        assertThat(run("import", missing)).isEqualTo(2);
        assertThat(run("describe", missing)).isEqualTo(2);
        assertThat(run("inspect", BUNDLED, "--tensor", missing, "-o", "x.npz")).isEqualTo(2);
        assertThat(run("import", BUNDLED, "--size", "250x192")).isEqualTo(2);
        assertThat(run("import", BUNDLED, "--joints", "coco18")).isEqualTo(2);
        assertThat(run("import", BUNDLED, "-o", folder.resolve("a.onnx").toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(6)
                .contains(
                        "There is no file " + missing + ". Check the name and the folder.",
                        "250x192 is not a size that HRNet takes. Write HEIGHTxWIDTH, both multiples of 32,"
                                + " such as 256x192.",
                        BUNDLED
                                + " is not a PyTorch checkpoint. Choose a .pth file written by torch.save.");
        assertThat(folder).isEmptyDirectory();
    }

    /// The network's heatmaps for a picture are those that estimating it gives.
    @Test
    void inspectOfAPictureSeesWhatTheLivePathSees() throws Problem {
        Path picture = Shared.file("images/000000000785.jpg");
        Path npz = folder.resolve("out.npz");
        String box = "--box=280.5,44,218.25,346";
        String[] line = {"inspect", BUNDLED, picture.toString(), box, "--layers", "heatmaps", "-o"};
        assertThat(run(Stream.concat(Stream.of(line), Stream.of("" + npz)).toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        try (FrameSource source = picture(new SourceSpec.Picture(picture));
                Frame frame = Objects.requireNonNull(source.next());
                PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            BoundingBox where = new BoundingBox(280.5, 44, 218.25, 346);
            EstimationOptions options = new EstimationOptions(Decoder.QUARTER, false);
            Heatmaps live = estimator.estimate(frame, where, options).heatmaps();
            float[] written = NpzReader.read(npz, "heatmaps").orElseThrow().toArray();
            assertThat(written).containsExactly(live.values(), within(1e-4f));
        }
        assertThat(run("inspect", BUNDLED, "-o", npz.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Give either an IMAGE");
    }
}
