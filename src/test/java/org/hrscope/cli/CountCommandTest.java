package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hrscope.action.ActionStore;
import org.hrscope.action.Demonstration;
import org.hrscope.action.Shown;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.figure.DemoScenes;
import org.hrscope.capture.figure.DemoSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// `count` through the bundled network.
class CountCommandTest extends CommandRuns {
    /// The first box of an MP4 file.
    private static final byte[] CUT_OFF = {
        0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 'i', 's', 'o', 'm', 'm',
        'p', '4', '1'
    };

    @CommandLine.Command
    static final class Root {}

    private int run(String... arguments) {
        SourceOpener opener =
                new SourceOpener(new Cameras(), pool -> new DemoSource(), DemoScenes::open);
        CommandLine commands =
                new CommandLine(new Root())
                        .addSubcommand(
                                new CountCommand(spec -> opener.open(spec, new FramePool())));
        return execute(commands, arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "demo:squat, squat, 2, 126",
        "demo:jump, jumping-jack, 2, 100",
        "demo:raise, raised-hand, 2, 126",
        "demo:walk, squat, 0, 150",
        "demo:wave, raised-hand, 0, 126"
    })
    void countsTheFigureThroughTheNetwork(String source, String action, int times, String frames)
            throws Exception {
        Path csv = folder.resolve("counted.csv");
        List<String> count = List.of("count", source, "--action", action, "--frames", frames);
        List<String> whole = List.of("--people", "whole", "--csv", csv.toString());
        assertThat(run(Stream.of(count, whole).flatMap(List::stream).toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("person 1: " + times);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(1 + times);
        assertThat(lines.getFirst()).isEqualTo("person,repetition,begin_s,end_s");
        assertThat(lines)
                .allMatch(line -> line.matches("person.*|1,[12],[0-5]\\.\\d{3},[0-5]\\.\\d{3}"));
    }

    /// Learnt from exact joints, counted in what the network finds.
    @Test
    void anActionOfOnesOwnIsCountedFromItsFile() throws Exception {
        Demonstration shown = new Demonstration(Shown.SKELETON);
        Shown.PLAIN.noisy(2).run(DemoScene.ARCHER, 0, 2, shown::next);
        new ActionStore(folder).save(shown.learn("draws a bow"));
        String file = folder.resolve("draws a bow.json").toString();
        assertThat(
                        run(
                                "count",
                                "demo:archer",
                                "--action",
                                file,
                                "--frames",
                                "126",
                                "--people",
                                "whole"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("person 1: 2, at ");
    }

    /// Neither is anybody said to be missing there, nor does an earlier table go.
    @Test
    void aSourceThatCannotBeReadLeavesTheTable() throws Exception {
        Path video = Files.write(folder.resolve("cut.mp4"), CUT_OFF);
        Path csv = Files.writeString(folder.resolve("counted.csv"), "earlier");
        assertThat(run("count", "" + video, "--action", "squat", "--csv", "" + csv)).isEqualTo(2);
        assertThat(err.toString()).contains("cut.mp4");
        assertThat(out.toString()).isEmpty();
        assertThat(csv).hasContent("earlier");
    }

    @Test
    void anUnknownActionNamesTheKnownOnes() {
        assertThat(run("count", "demo:squat", "--action", "handstand")).isEqualTo(2);
        assertThat(err.toString()).contains("handstand", "squat, jumping-jack, raised-hand");
    }

    @Test
    void anActionFileMustBeOne() throws Exception {
        Path broken = folder.resolve("mine.json");
        Files.writeString(broken, "{}");
        assertThat(run("count", "demo:squat", "--action", broken.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("mine.json");
        assertThat(run("count", folder.toString(), "--action", "squat")).isEqualTo(2);
        assertThat(err.toString()).contains("does not move");
    }
}
