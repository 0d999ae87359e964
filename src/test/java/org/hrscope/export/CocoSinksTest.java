package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.json.Json;
import org.hrscope.motion.AngleName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoSinksTest {
    private static final Skeleton SKELETON =
            new Skeleton(
                    "two",
                    List.of("nose", "neck"),
                    List.of(new Skeleton.Limb(0, 1)),
                    List.of(0, 1));

    @TempDir Path folder;

    private final List<FoundImage> found = new ArrayList<>();

    private void add(CocoImage image, List<FoundPose> people) {
        found.add(new FoundImage(0, image, "x.png", people, null));
    }

    private Path results() throws Problem {
        return write("poses.json", new CocoResultsFormat(Angles.NONE));
    }

    private Path coco() throws Problem {
        Path file = folder.resolve("coco.json");
        return write("coco.json", new CocoFormat(file, 0.2, Angles.NONE));
    }

    private Path write(String name, FileSink.Format format) throws Problem {
        Path file = folder.resolve(name);
        try (ResultSink sink = new FileSink(file, format)) {
            sink.begin(SKELETON);
            for (FoundImage each : found) {
                sink.frame(each);
                assertThat(file).doesNotExist();
            }
            sink.end();
        }
        assertThat(folder.toFile().list()).noneMatch(each -> each.startsWith("."));
        return file;
    }

    private static FoundPose pose(double x, double score) {
        List<Keypoint> joints = List.of(new Keypoint(x, 2.128, score), new Keypoint(3, 4, 0.1));
        return new FoundPose(new Pose(joints, new BoundingBox(1, 2, 30.5, 40)), 1, null);
    }

    /// Three joints with a right angle at the second; without its last joint sure, there is none to report.
    @Test
    void bothFormsReportTheAnglesThatWereAskedFor() throws Exception {
        Angles asked = new Angles(List.of(new AngleName(List.of("a", "b", "c"))), 0.2);
        Skeleton three = new Skeleton("three", List.of("a", "b", "c"), List.of(), List.of(0, 1, 2));
        CocoImage image = new CocoImage(7L, "7.jpg", 320, 212, null, null);
        for (double score : new double[] {0.9, 0.19}) {
            List<Keypoint> joints =
                    List.of(
                            new Keypoint(9, 2.5, 0.9),
                            new Keypoint(3, 2.5, 0.8),
                            new Keypoint(3, 40, score));
            FoundPose person = new FoundPose(new Pose(joints, new BoundingBox(1, 2, 30, 40)), 1, 2);
            Map<String, Double> expected = score < 0.2 ? Map.of() : Map.of("angle_a_b_c", 90.0);
            assertThat(CocoResult.of(image, person, asked.in(three)).angles()).isEqualTo(expected);
            assertThat(CocoFile.annotation(image, person, 0.2, asked.in(three)).angles())
                    .isEqualTo(expected);
            assertThat(CocoResult.of(image, person, Angles.In.NONE).angles()).isNull();
        }
        add(image, List.of());
        assertThatThrownBy(
                        () -> write("x.json", new CocoFormat(folder.resolve("x.json"), 0, asked)))
                .hasMessageContaining("is not a joint");
        assertThatThrownBy(() -> write("y.json", new CocoResultsFormat(asked)))
                .hasMessageContaining("is not a joint");
    }

    record Outline(
            List<Map<String, @Nullable Object>> images,
            List<Map<String, @Nullable Object>> annotations,
            List<Map<String, @Nullable Object>> categories) {}

    /// What pycocotools asks of a file: ids from 1, one image each, pairs of joints from 1.
    @Test
    void aFullFileHasPicturesPeopleAndJoints() throws Exception {
        add(
                new CocoImage(785L, "a/785.jpg", 320, 212, null, null),
                List.of(pose(1.5, 0.9), pose(2, 0.4)));
        add(new CocoImage(0L, "clip.mp4", 64, 48, 0L, null), List.of());
        Path file = coco();
        Outline read = new Json(Json.Names.SNAKE_CASE).read(file, Outline.class);
        assertThat(read.images())
                .containsExactly(
                        Map.of("id", 785L, "file_name", "a/785.jpg", "width", 320L, "height", 212L),
                        Map.of(
                                "id",
                                0L,
                                "file_name",
                                "clip.mp4",
                                "width",
                                64L,
                                "height",
                                48L,
                                "frame",
                                0L));
        assertThat(read.annotations()).extracting(each -> each.get("id")).containsExactly(1L, 2L);
        assertThat(read.annotations().getFirst())
                .containsEntry("image_id", 785L)
                .containsEntry("category_id", 1L)
                .containsEntry("iscrowd", 0L)
                .containsEntry("num_keypoints", 2L)
                .containsEntry("bbox", List.of(1.0, 2.0, 30.5, 40.0))
                .containsEntry("area", 1220.0)
                .containsEntry("keypoints", List.of(1.5, 2.13, 2L, 3.0, 4.0, 1L))
                .containsEntry("keypoint_scores", List.of(0.9, 0.1));
        assertThat(read.categories().getFirst())
                .containsEntry("id", 1L)
                .containsEntry("name", "person")
                .containsEntry("keypoints", List.of("nose", "neck"))
                .containsEntry("skeleton", List.of(List.of(1L, 2L)));
    }

    @Test
    void aPlainListNamesTheFileOfEachResult() throws Exception {
        add(new CocoImage("cam/1", "x.jpg", 320, 212, null, null), List.of(pose(1.5, 0.9)));
        add(new CocoImage(3L, "clip.mp4", 64, 48, 2L, null), List.of(pose(2, 0.4)));
        Path file = results();
        CocoResult[] read = new Json(Json.Names.SNAKE_CASE).read(file, CocoResult[].class);
        assertThat(read[0].imageId()).isEqualTo("cam/1");
        assertThat(read[0].frame()).isNull();
        assertThat(read[1].imageId()).isEqualTo(3L);
        assertThat(read[1].fileName()).isEqualTo("clip.mp4");
        assertThat(read[1].frame()).isEqualTo(2L);
        assertThat(read[1].keypoints()).containsExactly(2.0, 2.13, 0.4, 3.0, 4.0, 0.1);
    }

    /// hrnet `lib/dataset/coco.py`: joints of 0.2 and less do not count.
    @Test
    void theScoreIsTheBoxsTimesTheMeanOfTheJointsThatCount() throws Exception {
        double[][] rules = {
            // joint, joint, box, score
            {0.9, 0.5, 0.5, 0.35}, {0.9, 0.1, 0.5, 0.45}, {0.9, 0.2, 1, 0.9}, {0.2, -1, 1, 0}
        };
        CocoImage image = new CocoImage(5L, "clip.mp4", 64, 48, 0L, null);
        for (int i = 0; i < rules.length; i++) {
            List<Keypoint> joints =
                    List.of(new Keypoint(1, 2, rules[i][0]), new Keypoint(3, 4, rules[i][1]));
            Pose pose = new Pose(joints, new BoundingBox(0, 0, 9, 9));
            add(image, List.of(new FoundPose(pose, rules[i][2], i == 0 ? null : i)));
        }
        Path list = results();
        Path coco = coco();
        CocoResult[] read = new Json(Json.Names.SNAKE_CASE).read(list, CocoResult[].class);
        assertThat(read).extracting(CocoResult::trackId).containsExactly(null, 1, 2, 3);
        List<Map<String, @Nullable Object>> full =
                new Json(Json.Names.SNAKE_CASE).read(coco, Outline.class).annotations();
        assertThat(full.get(0)).doesNotContainKey("track_id");
        for (int i = 0; i < rules.length; i++) {
            assertThat(read[i].score()).isCloseTo(rules[i][3], within(1e-12));
            assertThat(((Number) full.get(i).get("score")).doubleValue())
                    .isEqualTo(read[i].score());
            if (i > 0) assertThat(full.get(i)).containsEntry("track_id", (long) i);
        }
    }

    @Test
    void aJointThatLiesNowhereIsRefused() throws Exception {
        CocoImage image = new CocoImage(1L, "x.jpg", 320, 212, null, null);
        Path file = Files.writeString(folder.resolve("poses.json"), "before");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            for (FoundPose pose : List.of(pose(bad, 0.5), pose(1, bad))) {
                AllSinks sinks =
                        new AllSinks(
                                List.of(new FileSink(file, new CocoResultsFormat(Angles.NONE))));
                sinks.begin(SKELETON);
                assertThatThrownBy(() ->
                                sinks.frame(new FoundImage(0, image, "", List.of(pose), null)))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining("x.jpg");
                sinks.end();
                sinks.close();
                assertThat(sinks.images()).isZero();
            }
        }
        assertThat(file).hasContent("before");
    }
}
