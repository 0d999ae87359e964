package org.hrscope.puppet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.export.CocoImage;
import org.hrscope.export.FoundImage;
import org.hrscope.export.FoundPose;
import org.hrscope.file.NamedInputs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionSinkTest {
    @TempDir Path folder;
    private final Actor actor = new Actor();

    private static Frame frame(long number) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(4);
        return new Frame(
                1, 1, pixels, new Frame.Origin("a.mp4", number, number * 40_000_000L), () -> {});
    }

    private FoundImage found(long number, @Nullable Frame pixels, Integer... people) {
        List<FoundPose> all = new ArrayList<>();
        for (Integer who : people) all.add(new FoundPose(actor.pose(number + 30 * who), 1, who));
        return new FoundImage(
                0, new CocoImage(number, "a.mp4", 1280, 720, number, null), "a", all, pixels);
    }

    private MotionSink sink(Path file) throws Problem {
        MotionSink sink = new MotionSink(file, new NamedInputs(List.of()));
        sink.begin(Actor.COCO);
        return sink;
    }

    @Test
    void onePersonHasTheFileItself() throws Exception {
        Path file = folder.resolve("walk.bvh");
        try (MotionSink sink = sink(file)) {
            for (long n = 0; n < 50; n++) sink.frame(found(n, frame(n), 3));
            sink.end();
        }
        BvhReader read = new BvhReader(Files.readString(file));
        assertThat(read.frames()).isEqualTo(50);
        assertThat(read.frameTime()).isCloseTo(0.04, within(1e-6));
        assertThat(folder).isDirectoryContaining("glob:**walk.bvh");
    }

    @Test
    void severalHaveAFileEachByTheirIdentity() throws Exception {
        try (MotionSink sink = sink(folder.resolve("walk.v2.json"))) {
            for (long n = 0; n < 50; n++) {
                sink.frame(n < 25 ? found(n, frame(n), 1, 4) : found(n, frame(n), 4));
            }
            // Seen once, by mistake.
            sink.frame(found(50, frame(50), 9));
            sink.end();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("walk.v2-1.json", "walk.v2-4.json");
        }
    }

    /// After a break: images whose results are known come again, first without their pixels.
    @Test
    void aResumedRunWritesTheSame() throws Exception {
        Path whole = folder.resolve("whole.bvh");
        try (MotionSink sink = sink(whole)) {
            for (long n = 0; n < 50; n++) sink.frame(found(n, frame(n), 1));
            sink.end();
        }
        Path resumed = folder.resolve("resumed.bvh");
        try (MotionSink sink = sink(resumed)) {
            for (long n = 0; n < 30; n++) sink.again(found(n, null, 1));
            for (long n = 0; n < 30; n++) sink.passed(found(n, frame(n), 1));
            for (long n = 30; n < 50; n++) sink.frame(found(n, frame(n), 1));
            sink.end();
        }
        assertThat(resumed).hasSameTextualContentAs(whole);
    }

    @Test
    void nobodyIsASentence() throws Problem {
        Path file = folder.resolve("walk.bvh");
        MotionSink sink = sink(file);
        sink.frame(found(0, frame(0), 1));
        assertThatThrownBy(sink::end)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.key()).isEqualTo("motion.nobody"));
        assertThat(file).doesNotExist();
    }

    @Test
    void aHandHasNoMotionOfABody() {
        Path file = folder.resolve("hand.bvh");
        MotionSink sink = new MotionSink(file, new NamedInputs(List.of()));
        assertThatThrownBy(() -> sink.begin(Skeleton.numbered(21)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.key()).isEqualTo("motion.no-body"));
    }

    /// A camera's clock that wraps would make hours of a puppet that glides.
    @Test
    void aClockThatJumpsLeavesTheLongestPart() throws Exception {
        Path file = folder.resolve("walk.bvh");
        try (MotionSink sink = sink(file)) {
            for (long n = 0; n < 20; n++) sink.frame(found(n, frame(n), 1));
            for (long n = 20; n < 57; n++) sink.frame(found(n, frame(n + 2_400_000), 1));
            sink.end();
        }
        assertThat(new BvhReader(Files.readString(file)).frames()).isEqualTo(37);
    }

    @Test
    void anInputIsNeverOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("walk-2.bvh"), "mine");
        MotionSink sink =
                new MotionSink(folder.resolve("walk.bvh"), new NamedInputs(List.of(file)));
        sink.begin(Actor.COCO);
        for (long n = 0; n < 9; n++) sink.frame(found(n, frame(n), 1, 2));
        assertThatThrownBy(sink::end)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.key()).isEqualTo("file.isInput"));
        assertThat(file).hasContent("mine");
    }
}
