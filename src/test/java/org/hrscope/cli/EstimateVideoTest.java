package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.ShadedSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.SmallModel;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `estimate --video`, `--animated` and `--bvh`.
class EstimateVideoTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());

    private int run(String... arguments) {
        return run(spec -> opener.open(spec, new FramePool()), arguments);
    }

    private int run(PoseEngine.SourceOpening opening, String... arguments) {
        return new CommandLine(new EstimateCommand(opening))
                .setExecutionExceptionHandler(new Exits(folder, () -> 0))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private List<Long> millis(String name) throws Problem {
        List<Long> times = new ArrayList<>();
        SourceSpec spec = new SourceSpec.Video(folder.resolve(name));
        try (FrameSource source = opener.open(spec, new FramePool())) {
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                times.add(frame.origin().positionNanos() / 1_000_000);
                frame.close();
            }
        }
        return times;
    }

    @Test
    void everyFrameIsInTheVideoAtItsTime() throws Problem {
        assertThat(run("demo", "--frames", "7", "--video", file("a.mp4"))).isZero();
        assertThat(millis("a.mp4")).hasSize(7).startsWith(0L, 33L, 66L);
        int exit = run(file("a.mp4"), "--video", file("b.mp4"), "--animated", file("b.gif"));
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(millis("b.mp4")).isEqualTo(millis("a.mp4"));
        assertThat(millis("b.gif")).hasSize(4);
    }

    /// Its first frame is read; that is said, and is no failure.
    @Test
    void anAnimationInAFolderOfImagesIsNoProblem() throws Exception {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        String animated = mixed.resolve("a.webp").toString();
        assertThat(run("demo", "--frames", "7", "--animated", animated)).isZero();
        assertThat(out.toString()).contains("written: " + animated);
        assertThat(run(mixed.toString(), "--csv", file("t.csv"))).isZero();
        assertThat(err.toString()).contains(animated + " is animated");
        assertThat(out.toString()).contains("1 frame, ").doesNotContain("problem");
    }

    @Test
    void everyonesMotionIsWritten() throws Exception {
        int exit = run("demo", "--frames", "5", "--bvh", file("a.bvh"));
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(Files.readAllLines(folder.resolve("a.bvh")))
                .contains("ROOT Hips", "Frames: 5", "Frame Time: 0.033333");
        assertThat(out.toString()).contains("written: " + file("a.bvh"));
        assertThat(run("demo", "--frames", "5", "--bvh", file("a.fbx"))).isEqualTo(2);
        assertThat(err.toString()).contains("a.fbx").contains(".bvh");
    }

    /// A source that dies as a process does: nothing is tidied up.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /// Frames that were estimated before the break are in the video too, and it is the unbroken run's byte for byte.
    @Test
    void aResumedVideoIsTheUnbrokenOne() throws Exception {
        String[] wanted = wanted();
        assertThat(run(wanted)).isZero();
        byte[] video = Files.readAllBytes(folder.resolve("v.mp4"));
        byte[] table = Files.readAllBytes(folder.resolve("v.csv"));
        Files.delete(folder.resolve("v.mp4"));
        Files.delete(folder.resolve("v.csv"));
        breakOff(wanted);
        List<String> again = new ArrayList<>(List.of(wanted));
        again.add("--resume");
        assertThat(run(again.toArray(String[]::new))).as(err.toString()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("v.csv"))).isEqualTo(table);
        assertThat(Files.readAllBytes(folder.resolve("v.mp4"))).isEqualTo(video);
    }

    /// As where another version looked once more for people in a frame.
    @Test
    void aRunThatWasBegunOtherwiseIsNotGoneOnWith() throws Exception {
        String[] wanted = wanted();
        Path journal = breakOff(wanted);
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        lines.set(2, lines.get(2).replace("\"finds\":[]", "\"finds\":[[]]"));
        Files.write(journal, lines);
        List<String> again = new ArrayList<>(List.of(wanted));
        again.add("--resume");
        assertThat(run(again.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains("another version").contains("in.mp4");
    }

    private String[] wanted() {
        assertThat(run("demo", "--frames", "9", "--video", file("in.mp4"))).isZero();
        return new String[] {file("in.mp4"), "--video", file("v.mp4"), "--csv", file("v.csv")};
    }

    /// @return the journal of a run that broke off after six frames
    private Path breakOff(String... wanted) throws Exception {
        Path journal = folder.resolve(".v.csv.resume");
        int exit = run(spec -> breaking(opener.open(spec, new FramePool()), journal), wanted);
        assertThat(exit).isNotZero();
        assertThat(folder.resolve(".kept")).exists();
        Files.deleteIfExists(folder.resolve("v.mp4"));
        Files.deleteIfExists(folder.resolve("v.csv"));
        return Files.move(folder.resolve(".kept"), journal);
    }

    /// Breaks after six frames, and keeps a copy of the journal as it is then.
    private FrameSource breaking(FrameSource source, Path journal) {
        return new FrameSource() {
            private int read;

            @Override
            public SourceInfo info() {
                return source.info();
            }

            @Override
            public @Nullable Frame next() throws Problem {
                if (++read <= 6) return source.next();
                try {
                    // Until the frames before it are journalled.
                    for (int i = 0; i < 200 && (!Files.exists(journal) || lines(journal) < 4); i++)
                        Thread.sleep(50);
                    Files.copy(journal, folder.resolve(".kept"));
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                throw new Killed();
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    private static long lines(Path file) throws IOException {
        return Files.readString(file).lines().count();
    }

    @Test
    void whatCannotBeRecordedIsOneSentence() throws Exception {
        assertThat(run("demo", "--frames", "3", "--video", file("a.mp4"))).isZero();
        byte[] before = Files.readAllBytes(folder.resolve("a.mp4"));
        assertThat(run(file("a.mp4"), "--video", file("a.mp4"))).isEqualTo(2);
        assertThat(run(file("a.mp4"), "demo", "--video", file("b.mp4"))).isEqualTo(2);
        assertThat(run(file("a.mp4"), "--video", file("b.webp"))).isEqualTo(2);
        assertThat(run(file("a.mp4"), "--animated", file("b.mp4"))).isEqualTo(2);
        assertThat(run(file("a.mp4"), "--video", file("b.png"))).isEqualTo(2);
        assertThat(run(file("a.mp4"), "--animated", file("b"))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(6);
        assertThat(Files.readAllBytes(folder.resolve("a.mp4"))).isEqualTo(before);
        assertThat(folder.resolve("b.mp4")).doesNotExist();
        assertThat(folder.resolve("b.png")).doesNotExist();
    }

    /// Half a second of fragments is on the disk by then.
    @Test
    void aFrameThatCannotBeDrawnCostsOnlyWhatFollows() throws Exception {
        int exit = run(spec -> unreadableFrom(35), "demo", "--video", file("v.mp4"));
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("v-unfinished.mp4");
        assertThat(millis("v-unfinished.mp4")).hasSizeBetween(15, 35);
        assertThat(folder.resolve("v.mp4")).doesNotExist();
    }

    /// The video is whole, but for the frames that were not estimated.
    @Test
    void aNetworkThatFailsCostsOnlyTheFramesFromThere() throws Exception {
        // White overflows, black does not.
        SmallModel.floats(17).weights(1e37f).write(folder.resolve("overflowing.onnx"));
        String[] wanted = {
            "demo",
            "--people",
            "WHOLE",
            "--model",
            file("overflowing.onnx"),
            "--video",
            file("v.mp4")
        };
        int exit = run(spec -> new ShadedSource(23, 30), wanted);
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("overflowing");
        assertThat(millis("v.mp4")).hasSize(23).contains(0L, 33L, 733L);
        assertThat(folder.resolve(".v.mp4.resume")).as("to go on with").exists();
    }

    /// Whose pixels OpenCV refuses from one frame on.
    private FrameSource unreadableFrom(int number) {
        FrameSource source = new DemoSource();
        return new FrameSource() {
            private int read;

            @Override
            public SourceInfo info() {
                return source.info();
            }

            @Override
            public @Nullable Frame next() throws Problem {
                Frame frame = source.next();
                if (++read <= number || frame == null) return frame;
                // Native code takes no memory of the heap.
                ByteBuffer heap = ByteBuffer.allocate(4 * frame.width() * frame.height());
                return new Frame(frame.width(), frame.height(), heap, frame.origin(), frame::close);
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    @Test
    void aFullDiskIsOneSentence() {
        assumeTrue(Files.exists(FULL));
        int exit = run("demo", "--frames", "40", "--video", FULL.toString());
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("/dev/full");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void whatAKilledRunLeftIsFoundAndTold() throws Exception {
        Path left = folder.resolve(".a.mp4.00000000-0000-0001-0000-000000000002.recording");
        Files.write(left, new byte[] {1, 2, 3});
        assertThat(run("demo", "--frames", "3", "--video", file("a.mp4"))).isZero();
        assertThat(left).doesNotExist();
        assertThat(folder.resolve("a-unfinished.mp4")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("unfinished");
    }
}
