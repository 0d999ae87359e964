package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `quantise`, from the demo figure to the file, and what it says where that cannot be.
class QuantiseCommandTest extends CommandRuns {
    private static final Path FULL = Path.of("/dev/full");

    @CommandLine.Command
    static final class Root {}

    private int run(String... arguments) {
        CommandLine commands =
                new CommandLine(new Root())
                        .addSubcommand(new QuantiseCommand(QuantiseCommandTest::open));
        return execute(commands, arguments);
    }

    private static FrameSource open(SourceSpec spec) throws Problem {
        return new SourceOpener(new Cameras(), pool -> new DemoSource())
                .open(spec, new FramePool());
    }

    private String small() {
        List<Stage> stages = List.of(new Stage(1, 1), new Stage(1, 1), new Stage(1, 1));
        return RandomNetwork.write(
                        new HrNetSpec(Version.V1, 8, 17, 1, 1, stages),
                        64,
                        96,
                        folder.resolve("small.onnx"))
                .toString();
    }

    private String sentence(String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        return err.toString().strip().replace("hrscope: ", "");
    }

    @Test
    void whatIsWrittenIsNotQuantisedAgain() {
        String file = small();
        String whole = folder.resolve("whole.onnx").toString();
        String[] quantise = {
            "quantise", file, "--frames", "2", "--range", "min_max", "--anyway", "-o", whole
        };
        assertThat(run(quantise)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "on 2 crops of the demo figure; range: min-max",
                        "nodes stay float",
                        "written: " + whole);
        assertThat(out.toString().lines().count()).as("a short answer").isLessThan(8);
        assertThat(sentence("quantise", whole, "-o", folder.resolve("again.onnx").toString()))
                .contains(whole + " is quantised already");
        assertThat(folder.resolve("again.onnx")).doesNotExist();
    }

    @Test
    void withoutConvolutionsThereIsNothingToQuantise() throws Exception {
        Path file = Path.of(small());
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        List<NodeProto> nodes = model.getGraph().getNodeList();
        NodeProto last = nodes.getLast();
        model.getGraphBuilder()
                .clearNode()
                .addNode(
                        NodeProto.newBuilder()
                                .setOpType("ConstantOfShape")
                                .addInput("size")
                                .addOutput(last.getOutput(0)))
                .clearInitializer();
        var size = model.getGraphBuilder().addInitializerBuilder();
        size.setName("size").setDataType(7).addDims(4);
        for (long each : new long[] {1, 17, 16, 24}) size.addInt64Data(each);
        Files.write(file, model.build().toByteArray());
        assertThat(sentence("quantise", file.toString(), "-o", folder.resolve("o.onnx").toString()))
                .contains("no convolution");
    }

    @Test
    void withoutPeopleNothingIsMeasured() throws Exception {
        Path grey = folder.resolve("grey.png");
        ImageIO.write(new BufferedImage(97, 61, BufferedImage.TYPE_INT_RGB), "png", grey.toFile());
        String output = folder.resolve("o.onnx").toString();
        assertThat(sentence("quantise", small(), grey.toString(), "-o", output))
                .contains("No person was found in " + grey);
    }

    /// Its time in float would say nothing of why.
    @Test
    void whereNoLayerMayBeRoundedThatIsTheReason() {
        String output = folder.resolve("o.onnx").toString();
        String loss = "1e-9";
        assertThat(sentence("quantise", small(), "--frames", "2", "--loss", loss, "-o", output))
                .contains("No set of layers", "within 0.000000001 pixels", output)
                .doesNotContain("%");
        assertThat(Path.of(output)).doesNotExist();
    }

    /// Then nothing was tried.
    @Test
    void whereAllLayersAreToStayFloatThatIsTheReason() {
        String file = small();
        String output = folder.resolve("o.onnx").toString();
        run("quantise", file, "--frames", "1", "--tables", "-o", output);
        String named =
                out.toString()
                        .lines()
                        .skip(1)
                        .takeWhile(line -> !line.isEmpty())
                        .map(line -> line.split(" ")[0])
                        .filter(node -> !node.equals("heatmaps"))
                        .collect(Collectors.joining(","));
        String again = folder.resolve("again.onnx").toString();
        assertThat(sentence("quantise", file, "--float", named, "-o", again))
                .contains("nothing of " + file, again)
                .doesNotContain("No set");
        assertThat(run("quantise", file, "--float", named, "--anyway", "-o", again)).isZero();
    }

    @Test
    void aFullDiskIsNamed() {
        Assumptions.assumeTrue(Files.exists(FULL));
        assertThat(
                        sentence(
                                "quantise",
                                small(),
                                "--frames",
                                "1",
                                "--anyway",
                                "-o",
                                FULL.toString()))
                .contains(FULL.toString());
    }
}
