package org.hrscope.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hrscope.batch.ClipExport.Done;
import org.hrscope.batch.ClipExport.Kind;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.export.Angles;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.motion.AngleName;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clip of the demo figure in every format. That the formats are right is tested with them.
class ClipExportTest {
    private static final EngineSettings WHOLE =
            new EngineSettings(Decoder.QUARTER, false, PersonMode.WHOLE_PICTURE, null, 1, false);

    @TempDir Path folder;
    private Path clip;
    private Path out;

    @BeforeEach
    void name() throws IOException {
        // Told by its name; what it holds comes from the source below.
        clip = Files.writeString(folder.resolve("my clip.y4m"), "YUV4MPEG2");
        out = Files.createDirectory(folder.resolve("out"));
    }

    /// A few frames under the clip's name.
    private static FrameSource source(int frames) {
        DemoSource demo = new DemoSource(5, 160, 120);
        return new FrameSource() {
            private int given;

            @Override
            public SourceInfo info() {
                return new SourceInfo("my clip.y4m", frames, 10, false);
            }

            @Override
            public Frame next() {
                return given++ < frames ? demo.next() : null;
            }

            @Override
            public void close() {
                demo.close();
            }
        };
    }

    private static ClipExport.Means means(int frames) {
        return new ClipExport.Means(
                () -> new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()),
                () -> {
                    throw new AssertionError("nobody is looked for");
                },
                spec -> source(frames));
    }

    private ClipExport export(Set<Kind> kinds) {
        return new ClipExport(clip.toString(), out, kinds, WHOLE, false, Angles.NONE);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void allFormatsComeFromOnePass() throws Exception {
        AtomicInteger passes = new AtomicInteger();
        List<String> told = new ArrayList<>();
        ClipExport.Means means =
                new ClipExport.Means(
                        means(4).network(),
                        means(4).finder(),
                        spec -> {
                            passes.incrementAndGet();
                            return source(4);
                        });
        Done done =
                export(EnumSet.allOf(Kind.class))
                        .run(means, (file, at, of, name) -> told.add(at + "/" + of));
        assertThat(passes).hasValue(1);
        assertThat(told).containsExactly("1/4", "2/4", "3/4", "4/4");
        assertThat(done.images()).isEqualTo(4);
        assertThat(done.problems()).isEmpty();
        assertThat(written())
                .containsExactly(
                        "my clip.coco.json",
                        "my clip.csv",
                        "my clip.npz",
                        "my clip.results.json",
                        "my clip_openpose");
        assertThat(Files.readAllLines(out.resolve("my clip.csv"))).hasSize(1 + 4);
        try (Stream<Path> frames = Files.list(out.resolve("my clip_openpose"))) {
            assertThat(frames).hasSize(4);
        }
    }

    @Test
    void theAngleThatWasChosenIsAColumn() throws Exception {
        AngleName angle = AngleName.parse("left_hip,nose,right_hip");
        new ClipExport(
                        clip.toString(),
                        out,
                        Set.of(Kind.CSV),
                        WHOLE,
                        false,
                        new Angles(List.of(angle), 0.2))
                .run(means(2), (file, at, of, name) -> {});
        List<String> rows = Files.readAllLines(out.resolve("my clip.csv"));
        assertThat(rows.getFirst()).endsWith(",angle_left_hip_nose_right_hip");
        assertThat(Double.parseDouble(rows.getLast().replaceFirst(".*,", ""))).isBetween(1., 60.);
    }

    @Test
    void whatIsThereIsNotReplaced() throws Exception {
        Files.writeString(out.resolve("my clip.npz"), "mine");
        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () ->
                                export(Set.of(Kind.CSV, Kind.NPZ))
                                        .run(means(2), (file, at, of, name) -> {}));
        assertThat(problem.key()).isEqualTo("results.exists");
        assertThat(written()).containsExactly("my clip.npz");
        assertThat(out.resolve("my clip.npz")).hasContent("mine");
    }

    @Test
    void aCancelledExportLeavesNothing() throws Exception {
        assertThatThrownBy(() ->
                        export(Set.of(Kind.CSV, Kind.COCO, Kind.NPZ))
                                .run(
                                        means(50),
                                        (file, at, of, name) -> {
                                            if (at == 3) Thread.currentThread().interrupt();
                                        }))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(written()).isEmpty();
    }

    @Test
    void aSourceWithoutFramesIsTold() throws Exception {
        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () -> export(Set.of(Kind.CSV)).run(means(0), (file, at, of, name) -> {}));
        assertThat(problem.key()).isEqualTo("results.nothing");
        assertThat(written()).isEmpty();
    }

    @Test
    void aCameraCannotBeReadFromTheStart() {
        ClipExport camera =
                new ClipExport("camera:0", out, Set.of(Kind.CSV), WHOLE, false, Angles.NONE);
        Problem problem =
                catchThrowableOfType(
                        Problem.class, () -> camera.run(means(1), (file, at, of, name) -> {}));
        assertThat(problem.key()).isEqualTo("results.live");
    }
}
