package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeletons;
import org.hrscope.export.CocoImage;
import org.hrscope.export.FoundImage;
import org.hrscope.export.FoundPose;
import org.hrscope.inference.Estimate;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.pixels.OpenCv;
import org.hrscope.pixels.PixelBrush;
import org.hrscope.recording.FilmFormat;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.NodePicture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a recording draws off the FX thread is what the stage shows, layer by layer: two people on a grey frame.
class RecordedLayersTest extends StageCase {
    private static final int WIDTH = 500;
    private static final int HEIGHT = 620;
    private static final FramePool POOL = new FramePool();
    private static final ModelInfo MODEL =
            ModelInfos.of("test", 192, 256, Skeletons.forJointCount(17));

    @BeforeEach
    void load() throws Problem {
        OpenCv.load();
    }

    /// Joints spread over the box, one of them doubtful and one unseen.
    private static Person person(int identity, BoundingBox box) {
        CropGeometry geometry = CropGeometry.of(box, MODEL, Decoder.QUARTER);
        float[] values = new float[17 * 64 * 48];
        List<Keypoint> points = new ArrayList<>();
        for (int joint = 0; joint < 17; joint++) {
            int cellX = 6 + 37 * joint % 36;
            int cellY = 6 + 3 * joint;
            double score = joint == 3 ? 0.12 : joint == 5 ? 0.01 : 0.63 + 0.01 * joint;
            for (int y = -2; y <= 2; y++) {
                for (int x = -2; x <= 2; x++) {
                    values[(joint * 64 + cellY + y) * 48 + cellX + x] =
                            (float) (score * Math.exp(-(x * x + y * y) / 4.0));
                }
            }
            points.add(new Keypoint(cellX, cellY, score).moved(geometry.fromHeatmap()));
        }
        Estimate estimate =
                new Estimate(
                        new Pose(points, box),
                        new Heatmaps(17, 64, 48, values),
                        geometry,
                        new Estimate.Times(1, 1, 1));
        return Person.of(identity, estimate);
    }

    private static PipelineResult result() {
        Frame frame =
                POOL.frame(
                        WIDTH,
                        HEIGHT,
                        new Frame.Origin("grey", 0, 0),
                        pixels -> {
                            while (pixels.hasRemaining()) pixels.putInt(0xff505050);
                        });
        People people =
                new People(
                        List.of(
                                person(1, new BoundingBox(37, 61, 231, 453)),
                                person(2, new BoundingBox(251, 83, 213, 511))));
        return new PipelineResult(frame, MODEL, people, 1, 1, 0);
    }

    private record Compared(double differing, double drawn) {}

    /// @return shares of the pixels: those that differ clearly, and those that are not the frame's own
    private Compared compare() {
        NodePicture shown = FxToolkit.on(view::atSourceSize);
        PipelineResult result = FxToolkit.on(() -> view.shown());
        Consumer<PixelBrush> recorded = FxToolkit.on(() -> view.painters().over(result));
        byte[] ours = new byte[4 * WIDTH * HEIGHT];
        try (PixelBrush brush = new PixelBrush()) {
            brush.begin(result.frame());
            recorded.accept(brush);
            brush.pixels().get(0, 0, ours);
        }
        ByteBuffer theirs = shown.bgra();
        int differing = 0;
        int drawn = 0;
        for (int i = 0; i < ours.length; i += 4) {
            int most = 0;
            boolean own = true;
            for (int c = 0; c < 3; c++) {
                int a = ours[i + c] & 0xff;
                most = Math.max(most, Math.abs(a - (theirs.get(i + c) & 0xff)));
                own &= a == 0x50;
            }
            if (most > 70) differing++;
            if (!own) drawn++;
        }
        double all = WIDTH * HEIGHT;
        return new Compared(differing / all, drawn / all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SKELETON",
                "HEATMAPS",
                "BOX",
                "CROP",
                "NAMES",
                "SCORES",
                "ANGLES",
                "SKELETON,HEATMAPS,BOX,CROP,NAMES,SCORES,ANGLES"
            })
    void aRecordingShowsWhatTheStageShows(String shown) {
        FxToolkit.run(() -> {
            layers.restore(List.of(shown.split(",")));
            selection.jointProperty().set(7);
            PipelineResult result = result();
            joints.show(
                    result.model().skeleton(), result.person().orElseThrow().pose().keypoints());
            view.show(result);
        });
        Compared usual = compare();
        assertThat(usual.drawn).isGreaterThan(0.0002);
        // Antialiasing differs; what is missing or misplaced would be as much as is drawn.
        assertThat(usual.differing).isLessThan(0.2 * usual.drawn);
        FxToolkit.run(() -> {
            layers.huesProperty().set(true);
            layers.byPersonProperty().set(true);
            layers.heatmapOpacityProperty().set(0.4);
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        });
        Compared other = compare();
        assertThat(other.differing).isLessThan(0.2 * other.drawn);
    }

    /// A range is estimated anew: what needs only poses is drawn as on the stage.
    @Test
    void aRangeShowsWhatPosesAlone() {
        PipelineResult result = result();
        FxToolkit.run(() -> {
            layers.restore(List.of("SKELETON", "NAMES", "BOX", "HEATMAPS", "CROP", "TRAILS"));
            joints.show(MODEL.skeleton(), List.of());
            view.show(result);
        });
        Person large =
                result.people().all().stream()
                        .max(Comparator.comparing(person -> person.pose().box().area()))
                        .orElseThrow();
        FoundImage found =
                new FoundImage(
                        0,
                        new CocoImage(1, "a", WIDTH, HEIGHT, 0L, null),
                        "a",
                        List.of(new FoundPose(large.pose(), 1, 3)),
                        result.frame());
        FilmFormat.Drawing drawing = FxToolkit.on(() -> view.painters().overFound(MODEL));
        byte[] row = new byte[4 * WIDTH];
        int changed = 0;
        try (PixelBrush brush = new PixelBrush()) {
            brush.begin(result.frame());
            drawing.draw(brush, found);
            for (int y = 0; y < HEIGHT; y++) {
                brush.pixels().get(y, 0, row);
                for (int i = 0; i < row.length; i += 4) if (row[i] != 0x50) changed++;
            }
        }
        // Skeleton, box and seventeen names, but no crop filled with heatmaps.
        assertThat(changed).isBetween(5_000, 40_000);
    }

    /// Twice as large a frame has lines twice as wide, since it is seen at half the scale.
    @Test
    void linesGrowWithTheFrame() {
        for (int width : new int[] {800, 1601}) {
            Frame frame =
                    POOL.frame(
                            width,
                            90,
                            new Frame.Origin("black", 0, 0),
                            pixels -> {
                                while (pixels.hasRemaining()) pixels.putInt(0xff000000);
                            });
            try (PixelBrush brush = new PixelBrush()) {
                brush.begin(frame);
                brush.line(10, 20, 100, 20, 3, 0xffffffff);
                byte[] row = new byte[4];
                int lit = 0;
                for (int y = 0; y < 90; y++) {
                    brush.pixels().get(y, (int) (50 * brush.unit()), row);
                    if ((row[0] & 0xff) > 127) lit++;
                }
                assertThat(lit).isBetween(3 * width / 800, 3 * width / 800 + 1);
            }
            frame.close();
        }
    }
}
