package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
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
}
