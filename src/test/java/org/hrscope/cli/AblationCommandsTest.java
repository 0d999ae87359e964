package org.hrscope.cli;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.FixedInput;
import org.hrscope.domain.Problem;
import org.hrscope.export.NpzReader;
import org.hrscope.export.NpzWriter;
import org.hrscope.onnx.FreeSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// `ablate`, `grow`, and `inspect` with gains and shares, from the command line to the file.
class AblationCommandsTest extends CommandRuns {
    private static final String BUNDLED = "models/hrnet_w16_coco17_256x192.onnx";

    @CommandLine.Command
    static final class Root {}

    private int run(String... arguments) {
        CommandLine commands =
                new CommandLine(new Root())
                        .addSubcommand(new AblateCommand(AblationCommandsTest::open))
                        .addSubcommand(new OccludeCommand(AblationCommandsTest::open))
                        .addSubcommand(new GrowCommand())
                        .addSubcommand(new InspectCommand(AblationCommandsTest::open));
        return execute(commands, arguments);
    }

    private static FrameSource open(SourceSpec spec) throws Problem {
        return new SourceOpener(new Cameras(), pool -> new DemoSource())
                .open(spec, new FramePool());
    }

    private String input() throws Exception {
        Path file = folder.resolve("in.npz");
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(file))) {
            npz.add("input", FixedInput.of(256, 192));
        }
        return file + ":input";
    }

    @Test
    void aLayerThatDoesNotExistBringsTheNearest() throws Exception {
        String maps = folder.resolve("maps.npz").toString();
        String[] inspect = {
            "inspect", BUNDLED, "--tensor", input(), "--layers", "stage4.0.fusd.0", "-o", maps
        };
        assertThat(run(inspect)).isEqualTo(2);
        assertThat(err.toString())
                .contains("no inner value named stage4.0.fusd.0")
                .contains("The nearest names: stage4.0.fused.0,");
    }

    @Test
    void onlyTheNamedLayersAreCompared() throws Exception {
        Path maps = folder.resolve("maps.npz");
        String layers = "stage3.0.fused.0,heatmaps";
        String input = input();
        assertThat(
                        run(
                                "inspect",
                                BUNDLED,
                                "--tensor",
                                input,
                                "--layers",
                                layers,
                                "-o",
                                maps.toString()))
                .as(err.toString())
                .isZero();
        String[] compare = {
            "inspect", BUNDLED, "--tensor", input, "--compare", maps.toString(), "--layers"
        };
        assertThat(run(with(compare, "heatmaps"))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("1 value compared").doesNotContain("fused.0 ");
        assertThat(run(with(compare, "stem.conv1"))).isEqualTo(2);
        assertThat(err.toString()).contains("stem.conv1", "heatmaps");
    }

    private static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void everyPathOfTwoFramesIntoATable() throws Exception {
        Path csv = folder.resolve("paths.csv");
        assertThat(run("ablate", BUNDLED, "demo", "--frames", "2", "--csv", csv.toString()))
                .as(err.toString())
                .isZero();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.getFirst())
                .isEqualTo("path,joint,moved_px,moved_cells,peak_before,peak_after,lost,frames");
        assertThat(lines).hasSize(1 + 29 * 17);
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches("stage\\d.*,[a-z_]+,([\\d.]*,){2}.*,\\d,2"));
        assertThat(out.toString()).contains("2 frames, written: " + csv);
        assertThat(shownCells()).hasSizeGreaterThan(5).isSortedAccordingTo(reverseOrder());
        int all = lines.size();
        assertThat(
                        run(
                                "ablate",
                                BUNDLED,
                                "demo",
                                "--frames",
                                "1",
                                "--joint",
                                "left_wrist",
                                "--csv",
                                csv.toString()))
                .isZero();
        assertThat(Files.readAllLines(csv)).hasSize(1 + 29).hasSizeLessThan(all);
    }

    /// By this column the table is ordered; pixels weigh a frame's crop size too.
    private List<Double> shownCells() {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("stage"))
                .map(line -> Double.valueOf(line.strip().split(" +")[3]))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "occlude", "ablate"})
    void theNetworkComesFirst(String command) throws Exception {
        Path image = folder.resolve("a.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        List<String> typed = new ArrayList<>(List.of(command, image.toString(), BUNDLED));
        if (command.equals("inspect")) typed.add("--shares");
        else typed.addAll(List.of("--csv", folder.resolve("t.csv").toString()));
        assertThat(run(typed.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).startsWith(image + " is an image; the network comes first.");
        err.getBuffer().setLength(0);
        typed.set(1, "clicks.json");
        assertThat(run(typed.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).startsWith("clicks.json is not a network; the network comes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "occlude", "ablate"})
    void aFolderInThePlaceOfTheNetworkIsSaidToBeOne(String command) throws Exception {
        String place = folder.toString();
        Path image = folder.resolve("a.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        List<String> typed = new ArrayList<>(List.of(command, place, image.toString()));
        if (command.equals("inspect")) typed.add("--shares");
        else typed.addAll(List.of("--csv", folder.resolve("t.csv").toString()));
        assertThat(run(typed.toArray(String[]::new))).isEqualTo(2);
        String isOne = place + " is a folder, not a file.";
        assertThat(err.toString().lines()).singleElement().asString().startsWith(isOne);
        err.getBuffer().setLength(0);
        typed.set(2, BUNDLED);
        assertThat(run(typed.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(place + " is not a network; the network comes first.");
    }

    @Test
    void whatIsGrownBeyondItsLimitsIsToldThem() {
        String onnx = folder.resolve("g.onnx").toString();
        String[] grow = {
            "grow", BUNDLED, "--width", "600", "--modules", "1,4,3", "--blocks", "4", "-o", onnx
        };
        assertThat(run(grow)).isEqualTo(2);
        assertThat(err.toString()).contains("--width from 1 to 512", "from 1 to 64");
        grow[3] = "512";
        grow[5] = "64,64,64";
        assertThat(run(grow)).isEqualTo(2);
        assertThat(err.toString()).contains(" has more than 500,000,000 parameters, ");
    }

    @Test
    void aNetworkIsNoJpeg() {
        Path jpeg = folder.resolve("g.jpg");
        String[] grow = {
            "grow", BUNDLED, "--width", "32", "--modules", "1,4,3", "--blocks", "4", "-o", "" + jpeg
        };
        assertThat(run(grow)).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "The ending of "
                                + jpeg
                                + " does not fit -o. Give a name that ends in .onnx.");
        assertThat(jpeg).doesNotExist();
    }

    @Test
    void whatCannotBeAblated() {
        String csv = folder.resolve("x.csv").toString();
        assertThat(run("ablate", BUNDLED, "demo", "--joint", "left_wrst", "--csv", csv))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no joint named left_wrst", "left_wrist");
        assertThat(run("ablate", BUNDLED, "demo", "--csv", BUNDLED)).isEqualTo(2);
        assertThat(Path.of(csv)).doesNotExist();
    }

    @Test
    void valuesOfACutNetwork() throws Exception {
        Path npz = folder.resolve("out.npz");
        String path = "stage4.0.fuse_layers.0.2";
        String input = input();
        int exit =
                run(
                        "inspect",
                        BUNDLED,
                        "--tensor",
                        input,
                        "--gain",
                        path + "=0",
                        "--gain",
                        "layer1.3#7=0.5",
                        "--layers",
                        path + ",layer1.3",
                        "-o",
                        npz.toString());
        assertThat(exit).as(err.toString()).isZero();
        for (float value : NpzReader.read(npz, path).orElseThrow().toArray()) {
            assertThat(value).isZero();
        }
        float[] halved = NpzReader.read(npz, "layer1.3").orElseThrow().toArray();
        assertThat(run("inspect", BUNDLED, "--tensor", input, "-o", npz.toString())).isZero();
        float[] whole = NpzReader.read(npz, "layer1.3").orElseThrow().toArray();
        int plane = 64 * 48;
        for (int i = 6 * plane; i < 9 * plane; i++) {
            assertThat(halved[i]).isEqualTo(i / plane == 7 ? whole[i] / 2 : whole[i]);
        }
        assertThat(run("inspect", BUNDLED, "--tensor", input, "--shares")).isZero();
        assertThat(out.toString()).contains("branch 3").contains("joint 16");
        String split = shares(input);
        assertThat(split).contains("%)");
        String branch = path.replaceFirst("fuse_layers.*", "branches.0");
        assertThat(shares(input, "--gain", branch + "=0.5"))
                .as("of the run with these gains")
                .contains("%)")
                .isNotEqualTo(split);
        assertThat(shares(input, "--gain", "heatmaps=0.5")).contains("a gain").doesNotContain("%)");
        assertThat(run("inspect", BUNDLED, "--tensor", input, "--gain", "layer1.3=0")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Give -o, --shares, --compare, or --gain with an IMAGE.");
    }

    /// What the file leaves free is known once it is opened, or from what it is fed with.
    @Test
    void anHrNetOfAFreeInputSizeIsCutLikeAnyOther() throws Exception {
        String free = FreeSizes.of(Path.of(BUNDLED), folder.resolve("free.onnx")).toString();
        String[] fed = {"inspect", free, "--tensor", input()};
        String maps = folder.resolve("maps.npz").toString();
        String path = "stage3.0.fuse_layers.0.1";
        assertThat(run(with(fed, "--gain", path + "=0", "--layers", path, "-o", maps)))
                .as(err.toString())
                .isZero();
        for (float value : NpzReader.read(Path.of(maps), path).orElseThrow().toArray()) {
            assertThat(value).isZero();
        }
        assertThat(run(with(fed, "--shares"))).as(err.toString()).isZero();
        assertThat(run(with(fed, "--shares", "--gain", path + "=0"))).as(err.toString()).isZero();
        String csv = folder.resolve("paths.csv").toString();
        assertThat(run("ablate", free, "demo", "--frames", "1", "--csv", csv))
                .as(err.toString())
                .isZero();
    }

    private String shares(String input, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("inspect", BUNDLED, "--tensor", input, "--shares"));
        arguments.addAll(List.of(more));
        out.getBuffer().setLength(0);
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return out.toString();
    }

    @Test
    void aNetworkIsGrown() {
        Path large = folder.resolve("w18.onnx");
        assertThat(
                        run(
                                "grow",
                                BUNDLED,
                                "--width",
                                "18",
                                "--modules",
                                "1,2,2",
                                "--blocks",
                                "2",
                                "-o",
                                large.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("HRNet-W18: ")
                .contains("29 exchange paths")
                .contains("written: " + large);
        assertThat(large).exists();
        assertThat(
                        run(
                                "grow",
                                BUNDLED,
                                "--width",
                                "18",
                                "--modules",
                                "1,2",
                                "--blocks",
                                "2",
                                "-o",
                                large.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--modules 1,4,3");
        assertThat(
                        run(
                                "grow",
                                BUNDLED,
                                "--width",
                                "8",
                                "--modules",
                                "1,2,2",
                                "--blocks",
                                "2",
                                "-o",
                                large.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("width 16, modules 1,2,2, blocks 2,2,2");
    }

    @Test
    void aDiskThatIsFullIsToldInWords() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no such device here");
        String[] sizes = {
            "--width", "17", "--modules", "1,2,2", "--blocks", "2", "-o", "/dev/full"
        };
        assertThat(run(args("grow", BUNDLED, sizes))).isEqualTo(2);
        assertThat(err.toString()).contains("/dev/full").doesNotContain("Exception");
    }

    /// Its heatmaps are NaN, so it cannot be proven to compute the same.
    @Test
    void aNetworkThatIsNotProvenReplacesNothing() throws Exception {
        ModelProto.Builder broken =
                ModelProto.parseFrom(Files.readAllBytes(Path.of(BUNDLED))).toBuilder();
        for (TensorProto.Builder tensor : broken.getGraphBuilder().getInitializerBuilderList()) {
            if (!tensor.getName().equals("heatmaps.bias")) continue;
            byte[] nan = new byte[tensor.getRawData().size()];
            Arrays.fill(nan, (byte) 0xff);
            tensor.setRawData(ByteString.copyFrom(nan));
        }
        Path model = Files.write(folder.resolve("nan.onnx"), broken.build().toByteArray());
        Path kept = Files.writeString(folder.resolve("kept.onnx"), "precious");
        String[] sizes = {
            "--width", "17", "--modules", "1,2,2", "--blocks", "2", "-o", kept.toString()
        };
        assertThat(run(args("grow", model.toString(), sizes))).isEqualTo(2);
        assertThat(err.toString()).contains("differ from the originals");
        assertThat(kept).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,0,0,0",
                "0,0,-10,10",
                "NaN,0,10,10",
                "0,0,1e300,1e300",
                "1,1,1e-300,1e-300",
                "5000,5000,10,10",
                "0,0,Infinity,3"
            })
    void aBoxWithNothingInItIsRefused(String box) throws Exception {
        Path image = folder.resolve("grey.png");
        ImageIO.write(new BufferedImage(9, 12, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        Path csv = folder.resolve("sight.csv");
        String[] rest = {image.toString(), "--patch", "128", "--box", box, "--csv", csv.toString()};
        assertThat(run(args("occlude", BUNDLED, rest))).isEqualTo(2);
        assertThat(err.toString()).contains("grey.png", "9 × 12").doesNotContain("Exception");
        assertThat(csv).doesNotExist();
    }

    @Test
    void aPersonFinderIsNoPoseNetwork() {
        String finder = "models/person_finder_320.onnx";
        assertThat(run("ablate", finder, "demo", "--csv", folder.resolve("x.csv").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(finder).contains("finds people");
    }

    private static String[] args(String command, String model, String... more) {
        List<String> all = new ArrayList<>(List.of(command, model));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void whereAJointLooks() throws Exception {
        Path image = folder.resolve("grey.png");
        BufferedImage grey = new BufferedImage(90, 120, BufferedImage.TYPE_INT_RGB);
        for (int y = 20; y < 100; y++)
            for (int x = 30; x < 60; x++) grey.setRGB(x, y, 0xaa7733 * y);
        ImageIO.write(grey, "png", image.toFile());
        Path csv = folder.resolve("sight.csv");
        String[] rest = {image.toString(), "--patch", "128", "--csv", csv.toString()};
        assertThat(run(args("occlude", BUNDLED, rest))).as(err.toString()).isZero();
        // 128 pixels, moved by 64: 3 by 4 places for each of 17 joints.
        assertThat(Files.readAllLines(csv)).hasSize(1 + 17 * 12);
        assertThat(out.toString()).contains("left_wrist", "12 places");
        String[] one = {
            image.toString(), "--joint", "nose", "--patch", "128", "--csv", csv.toString()
        };
        assertThat(run(args("occlude", BUNDLED, one))).as(err.toString()).isZero();
        assertThat(Files.readAllLines(csv))
                .hasSize(1 + 12)
                .element(1)
                .asString()
                .startsWith("nose,31.5,31.5,");
        String[] fine = {image.toString(), "--patch", "3", "--csv", csv.toString()};
        assertThat(run(args("occlude", BUNDLED, fine))).isEqualTo(2);
        assertThat(err.toString()).contains("12 pixels or more");
        String[] nobody = {image.toString(), "--joint", "tail", "--csv", csv.toString()};
        assertThat(run(args("occlude", BUNDLED, nobody))).isEqualTo(2);
        assertThat(err.toString()).contains("tail");
    }
}
