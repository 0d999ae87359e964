package org.hrscope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.ShadedSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.export.CocoImage;
import org.hrscope.export.FileSink;
import org.hrscope.export.FoundImage;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.SmallModel;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.hrscope.people.ToldFinder;
import org.hrscope.pipeline.EngineSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window's recording of a range, where something fails in the midst of it.
class RangeRecordingTest {
    @TempDir Path folder;

    private Path source;

    @BeforeEach
    void aSource() throws Exception {
        // Its pixels come from elsewhere; its sound is looked for in the file.
        source = folder.resolve("in.mp4");
        FileSink film = new FileSink(source, new FilmFormat(source, null, 0, mute -> {}));
        film.begin(Skeleton.numbered(1));
        try (Frame frame = Objects.requireNonNull(new ShadedSource(1, 1).next())) {
            CocoImage image = new CocoImage(1, "in.mp4", frame.width(), frame.height(), 0L, null);
            film.frame(new FoundImage(0, image, "in", List.of(), frame));
        }
        film.end();
        SmallModel.floats(17).weights(1e37f).write(folder.resolve("overflowing.onnx"));
    }

    private Path record(int black, PersonMode people, PersonFinder finder) throws Exception {
        RangeRecording recording =
                new RangeRecording(source, 0, 29, folder.resolve("out.mp4"), (brush, found) -> {});
        EngineSettings settings =
                new EngineSettings(Decoder.QUARTER, false, people, null, 1, false);
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        try (PoseEstimator estimator =
                new PoseEstimator(opener.open(folder.resolve("overflowing.onnx")))) {
            return recording.run(
                    new RangeRecording.Means(
                            spec -> new ShadedSource(black, 30), estimator, () -> finder),
                    settings,
                    (done, total) -> {},
                    mute -> {});
        }
    }

    private int frames(String name) throws Exception {
        int frames = 0;
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
        SourceSpec spec = new SourceSpec.Video(folder.resolve(name));
        try (FrameSource made = opener.open(spec, new FramePool())) {
            for (Frame frame = made.next(); frame != null; frame = made.next()) {
                frames++;
                frame.close();
            }
        }
        return frames;
    }

    private List<String> left() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName() + "")
                    .filter(name -> name.contains("out"))
                    .toList();
        }
    }

    @Test
    void aNetworkThatFailsCostsOnlyTheFramesFromThere() throws Exception {
        Problem told =
                catchThrowableOfType(
                        Problem.class, () -> record(23, PersonMode.TRACKED, failing(0)));
        assertThat(told.getMessage()).contains("overflowing").contains("out-unfinished.mp4");
        assertThat(told.message(Locale.SIMPLIFIED_CHINESE))
                .as("both sentences in one language")
                .contains("overflowing")
                .doesNotContain("heatmap")
                .contains("out-unfinished.mp4");
        assertThat(left()).containsExactly("out-unfinished.mp4");
        assertThat(frames("out-unfinished.mp4")).isEqualTo(23);
    }

    @Test
    void theSameWhereTheFinderFails() throws Exception {
        Problem told =
                catchThrowableOfType(
                        Problem.class, () -> record(30, PersonMode.EVERYONE, failing(6)));
        assertThat(told.getMessage()).contains("failing").contains("out-unfinished.mp4");
        assertThat(frames("out-unfinished.mp4")).isGreaterThan(5);
    }

    @Test
    void nothingIsKeptOfNothing() throws Exception {
        Problem told =
                catchThrowableOfType(
                        Problem.class, () -> record(0, PersonMode.TRACKED, failing(0)));
        assertThat(told.key()).isEqualTo("model.not-finite");
        assertThat(left()).isEmpty();
    }

    /// Finds nobody a few times, then fails.
    private static PersonFinder failing(int runs) {
        AtomicInteger left = new AtomicInteger(runs);
        return new ToldFinder(frame -> {
            if (left.getAndDecrement() == 0) {
                throw new Problem("model.run", "failing", "no memory");
            }
            return List.of();
        });
    }
}
