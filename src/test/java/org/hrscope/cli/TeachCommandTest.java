package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `teach`, from a click file to the network. The image is a frame of the demo figure.
class TeachCommandTest extends CommandRuns {
    private static final String BUNDLED = "models/hrnet_w16_coco17_256x192.onnx";

    @CommandLine.Command
    static final class Root {}

    private int run(String... arguments) {
        CommandLine commands =
                new CommandLine(new Root()).addSubcommand(new TeachCommand(TeachCommandTest::open));
        return execute(commands, arguments);
    }

    private static FrameSource open(SourceSpec spec) throws Problem {
        return new SourceOpener(new Cameras(), pool -> new DemoSource())
                .open(SourceSpec.parse("demo"), new FramePool());
    }

    @Test
    void ofOnePersonNoneCanBeKeptApart() throws Exception {
        Path clicks = folder.resolve("clicks.json");
        Files.writeString(
                clicks,
                """
                {"joints": ["head_top"], "clicks": [{"file": "a.png", "joint": "head_top", "x": 300, "y": 40}]}
                """);
        Path taught = folder.resolve("taught.onnx");
        String[] teach = {"teach", BUNDLED, clicks.toString(), "-o", taught.toString()};
        assertThat(run(teach[0], teach[1], teach[2], teach[3], teach[4], "--hold-out", "0.5"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("clicks.json", "--hold-out");
        assertThat(taught).doesNotExist();
        assertThat(run(teach)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("head_top: shown on 1 person", "written: " + taught);
        assertThat(taught).exists();
    }

    @Test
    void theTablesOfThoseKeptApartNameEachJoint() throws Exception {
        Path clicks = folder.resolve("clicks.json");
        DemoFigure figure = new DemoFigure(DemoSource.SEED, DemoSource.WIDTH, DemoSource.HEIGHT);
        Keypoint top = figure.headTop(0);
        Keypoint palm = figure.truth(0).get(9);
        String all =
                Stream.of("a", "b", "c")
                        .flatMap(image ->
                                Stream.of(
                                        click(image, "head_top", top), click(image, "palm", palm)))
                        .collect(Collectors.joining(","));
        Files.writeString(
                clicks, "{\"joints\": [\"head_top\", \"palm\"], \"clicks\": [" + all + "]}");
        Path taught = folder.resolve("taught.onnx");
        int exit =
                run(
                        "teach",
                        BUNDLED,
                        clicks.toString(),
                        "--hold-out",
                        "0.4",
                        "-o",
                        taught.toString());
        assertThat(exit).as(err.toString()).isZero();
        // The same image thrice: what was taught on one is found on the others.
        assertThat(out.toString())
                .contains("PCK@0.1 on 1 person kept apart", "head_top: shown on 3 people")
                .containsPattern("\n +1 +1\\.000 +\\d\\.\\d{3}\\R +2 +1\\.000 +\\d")
                .containsPattern("\nhead_top +1\\.000\\Rpalm +1\\.000\\R");
        assertThat(taught).exists();
    }

    private static String click(String image, String joint, Keypoint at) {
        return String.format(
                Locale.ROOT,
                "{\"file\": \"%s.png\", \"joint\": \"%s\", \"x\": %.1f, \"y\": %.1f}",
                image,
                joint,
                at.x(),
                at.y());
    }
}
