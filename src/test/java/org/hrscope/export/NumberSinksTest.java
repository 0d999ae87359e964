package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.domain.Tensor;
import org.hrscope.file.NamedInputs;
import org.hrscope.json.Json;
import org.hrscope.motion.AngleName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables, arrays and OpenPose's files.
class NumberSinksTest {
    private static final Skeleton COCO = Skeletons.byId("coco17").orElseThrow();
    private static final String AWKWARD = "a \"b\",\nö/x.jpg";

    @TempDir Path folder;

    /// Joint j lies at (10 j + person, 100 j + 0.254), as sure as (j + 1) / 20.
    private static FoundPose person(int person, Integer track) {
        List<Keypoint> joints =
                IntStream.range(0, COCO.size())
                        .mapToObj(
                                j -> new Keypoint(10 * j + person, 100 * j + 0.254, (j + 1) / 20.0))
                        .toList();
        return new FoundPose(new Pose(joints, new BoundingBox(1, 2.004, 30, 40)), 0.5, track);
    }

    private static final List<FoundImage> FOUND =
            List.of(
                    new FoundImage(
                            0,
                            new CocoImage(785L, AWKWARD, 320, 212, null, null),
                            "x_2.png",
                            List.of(person(1, null)),
                            null),
                    new FoundImage(
                            2,
                            new CocoImage(0L, "clip.mp4", 64, 48, 0L, null),
                            "clip_000000.png",
                            List.of(),
                            null),
                    new FoundImage(
                            2,
                            new CocoImage(1L, "clip.mp4", 64, 48, 1L, null),
                            "clip_000001.png",
                            List.of(person(2, 7), person(3, 9)),
                            null));

    private static void write(ResultSink sink) throws Problem {
        try (sink) {
            sink.begin(COCO);
            for (FoundImage each : FOUND) sink.frame(each);
            sink.end();
        }
    }

    private static Angles angles(String... names) throws Problem {
        List<AngleName> all = new ArrayList<>();
        for (String name : names) all.add(AngleName.parse(name));
        return new Angles(all, 0.2);
    }

    /// The joints of [#person] lie on one line; the ankles, on the same line, are sure, the nose is not.
    @Test
    void aTableHasAColumnForEachAngleAskedFor() throws Exception {
        Path file = folder.resolve("t.csv");
        Angles angles =
                angles(
                        "left_shoulder, left_elbow,left_wrist",
                        "left_elbow,left_shoulder,left_wrist",
                        "nose,left_elbow,left_wrist");
        write(new FileSink(file, new CsvFormat(angles)));
        String table = Files.readString(file);
        assertThat(table.lines().findFirst().orElseThrow())
                .endsWith(
                        "right_ankle_score,angle_left_shoulder_left_elbow_left_wrist,"
                                + "angle_left_elbow_left_shoulder_left_wrist,angle_nose_left_elbow_left_wrist");
        assertThat(table.lines().toList()).last().asString().endsWith(",0.85,180.0,0.0,");
    }

    /// The same as in the table, and NaN where the table is empty.
    @Test
    void arraysHoldTheAnglesThatWereAskedFor() throws Exception {
        Path file = folder.resolve("a.npz");
        Angles angles = angles("left_shoulder,left_elbow,left_wrist", "nose,left_elbow,left_wrist");
        write(new FileSink(file, new NpzFormat(file, angles)));
        Tensor degrees = NpzReader.read(file, "angles").orElseThrow();
        assertThat(degrees.shape()).isEqualTo(Shape.of(3, 2));
        assertThat(degrees.get(4)).isEqualTo(180);
        assertThat(degrees.get(5)).isNaN();
        array(file, "angle_names", header("<U41", "(2,)"));
        Path joined = folder.resolve("joined.npz");
        Merge.files(List.of(file), joined);
        assertThat(joined).hasSameBinaryContentAs(file);
        Path without = folder.resolve("without.npz");
        write(new FileSink(without, new NpzFormat(without, Angles.NONE)));
        assertThat(NpzReader.read(without, "angles")).isEmpty();
        assertThatThrownBy(() -> Merge.files(List.of(file, without), joined))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.key()).isEqualTo("merge.angles"));
    }

    @Test
    void tablesOfOtherAnglesAreNotJoinedNorTakenForOtherJoints() throws Exception {
        Path file = folder.resolve("a.csv");
        List<AngleName> angles = List.of(AngleName.parse("left_shoulder,left_elbow,left_wrist"));
        write(new FileSink(file, new CsvFormat(new Angles(angles, 0.2))));
        Path without = folder.resolve("without.csv");
        write(new FileSink(without, new CsvFormat(Angles.NONE)));
        Path joined = folder.resolve("joined.csv");
        assertThatThrownBy(() -> Merge.files(List.of(file, without), joined))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.key()).isEqualTo("merge.angles"));
        String fewer = Files.readString(without).replace(",nose_x,nose_y,nose_score", "");
        Path other = Files.writeString(folder.resolve("other.csv"), fewer);
        assertThatThrownBy(() -> Merge.files(List.of(without, other), joined))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.key()).isEqualTo("merge.joints"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "a,b,c,d", "a,,c", "a,b,a"})
    void anAngleHasThreeJoints(String text) {
        assertThatThrownBy(() -> AngleName.parse(text))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.key()).isEqualTo("angle.three"));
    }

    @Test
    void anAngleOfUnknownJointsIsRefusedAndTheOldTableKept() throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), "old");
        CsvFormat format =
                new CsvFormat(
                        new Angles(
                                List.of(AngleName.parse("left_shoulder,left_elbow,left_hand")),
                                0.2));
        assertThatThrownBy(() -> write(new FileSink(file, format)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        told -> {
                            assertThat(told.key()).isEqualTo("angle.joint");
                            assertThat(told.arguments().getFirst()).isEqualTo("left_hand");
                        });
        assertThat(file).hasContent("old");
    }

    @Test
    void aTableHasARowAFrameAndPerson() throws Exception {
        Path file = folder.resolve("t.csv");
        write(new FileSink(file, new CsvFormat(Angles.NONE)));
        String text = Files.readString(file);
        List<String> lines = text.lines().toList();
        assertThat(lines.getFirst())
                .startsWith("file_number,file_name,frame,image_id,track_id,score,box_score,box_x,")
                .endsWith(",right_ankle_x,right_ankle_y,right_ankle_score");
        assertThat(text).contains("\n0,\"a \"\"b\"\",\nö/x.jpg\",,785,,");
        assertThat(lines).hasSize(5); // one name goes over two
        String[] last = lines.getLast().split(",");
        assertThat(last).hasSize(lines.getFirst().split(",").length);
        assertThat(last).startsWith("2", "clip.mp4", "1", "1", "9");
        assertThat(last[6]).isEqualTo("0.5");
        assertThat(last).endsWith("163.0", "1600.25", "0.85");
        assertThat(Double.parseDouble(last[5])).isCloseTo(0.275, within(1e-12));
    }

    /// An array as NumPy reads it: its header, then the values.
    private static ByteBuffer array(Path file, String name, String header) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] npy = zip.getInputStream(zip.getEntry(name + ".npy")).readAllBytes();
            ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
            int length = bytes.getShort(8);
            assertThat(new String(npy, 10, length, StandardCharsets.US_ASCII)).startsWith(header);
            return bytes.position(10 + length).slice().order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static String header(String type, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    }

    @Test
    void arraysHaveARowAFrameAndPerson() throws Exception {
        Path file = folder.resolve("k.npz");
        write(new FileSink(file, new NpzFormat(file, Angles.NONE)));
        Tensor keypoints = NpzReader.read(file, "keypoints").orElseThrow();
        assertThat(keypoints.shape()).isEqualTo(Shape.of(3, 17, 3));
        assertThat(keypoints.get(2 * 51 + 16 * 3)).isEqualTo(163);
        assertThat(keypoints.get(51 + 16 * 3 + 1)).isEqualTo(1600.254f);
        assertThat(NpzReader.read(file, "box").orElseThrow().shape()).isEqualTo(Shape.of(3, 4));
        assertThat(NpzReader.read(file, "score").orElseThrow().get(0)).isEqualTo(0.275f);
        ByteBuffer track = array(file, "track", header("<i4", "(3,)"));
        assertThat(List.of(track.getInt(), track.getInt(), track.getInt()))
                .containsExactly(0, 7, 9);
        ByteBuffer frame = array(file, "frame", header("<i8", "(3,)"));
        assertThat(List.of(frame.getLong(), frame.getLong(), frame.getLong()))
                .containsExactly(-1L, 1L, 1L);
        ByteBuffer of = array(file, "file", header("<i4", "(3,)"));
        assertThat(List.of(of.getInt(), of.getInt(), of.getInt())).containsExactly(0, 2, 2);
        int width = AWKWARD.length();
        ByteBuffer names = array(file, "file_names", header("<U" + width, "(3,)"));
        String text = Charset.forName("UTF-32LE").decode(names).toString();
        assertThat(text.substring(0, width)).isEqualTo(AWKWARD);
        assertThat(text.substring(width, 2 * width)).isEqualTo("\0".repeat(width));
        assertThat(text.substring(2 * width)).startsWith("clip.mp4\0");
        array(file, "joints", header("<U14", "(17,)"));
    }

    @Test
    void theSameArraysAreTheSameFile() throws Exception {
        Path one = folder.resolve("one.npz");
        Path other = folder.resolve("other.npz");
        write(new FileSink(one, new NpzFormat(one, Angles.NONE)));
        Thread.sleep(2100); // a zip counts time by two seconds
        write(new FileSink(other, new NpzFormat(other, Angles.NONE)));
        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void nobodyIsNoRow() throws Exception {
        Path file = folder.resolve("k.npz");
        try (ResultSink sink = new FileSink(file, new NpzFormat(file, Angles.NONE))) {
            sink.begin(COCO);
            sink.end();
        }
        assertThat(NpzReader.read(file, "keypoints").orElseThrow().shape())
                .isEqualTo(Shape.of(0, 17, 3));
        array(file, "file_names", header("<U1", "(0,)"));
    }

    record OpenPose(double version, List<Map<String, Object>> people) {}

    private OpenPose openPose(String name) throws Problem {
        return new Json(Json.Names.AS_WRITTEN).read(folder.resolve(name), OpenPose.class);
    }

    @ParameterizedTest
    @EnumSource(OpenPoseLayout.class)
    void openPoseHasAFileAFrame(OpenPoseLayout layout) throws Exception {
        write(new OpenPoseFolder(folder, new NamedInputs(List.of()), layout));
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "x_2_keypoints.json",
                        "clip_000000000000_keypoints.json",
                        "clip_000000000001_keypoints.json");
        assertThat(openPose("clip_000000000000_keypoints.json").people()).isEmpty();
        assertThat(openPose("x_2_keypoints.json").people().getFirst())
                .containsEntry("person_id", List.of(-1L));
        OpenPose read = openPose("clip_000000000001_keypoints.json");
        assertThat(read.version()).isEqualTo(1.3);
        assertThat(read.people()).hasSize(2);
        assertThat(read.people().getLast())
                .containsEntry("person_id", List.of(9L))
                .containsKeys(
                        "face_keypoints_2d", "hand_left_keypoints_2d", "hand_right_keypoints_3d");
        List<?> points = (List<?>) read.people().getLast().get("pose_keypoints_2d");
        boolean body = layout == OpenPoseLayout.BODY_25;
        assertThat(points).hasSize(3 * (body ? 25 : 18));
        assertThat(point(points, 0)).isEqualTo(List.of(3.0, 0.25, 0.05)); // nose: joint 0
        assertThat(point(points, 1)).isEqualTo(List.of(58.0, 550.25, 0.3)); // between 5 and 6
        assertThat(point(points, 2)).isEqualTo(List.of(63.0, 600.25, 0.35)); // right shoulder: 6
        assertThat(point(points, body ? 9 : 8)).isEqualTo(List.of(123.0, 1200.25, 0.65));
        assertThat(point(points, body ? 14 : 13)).isEqualTo(List.of(153.0, 1500.25, 0.8));
        if (body) {
            assertThat(point(points, 8)).isEqualTo(List.of(118.0, 1150.25, 0.6));
            assertThat(point(points, 24)).isEqualTo(List.of(0.0, 0.0, 0.0));
        }
    }

    private static List<?> point(List<?> numbers, int point) {
        return numbers.subList(3 * point, 3 * point + 3);
    }

    /// Of a skeleton that has a neck and a pelvis these are taken, not the middle of others.
    @Test
    void jointsOfOtherNamesAreFound() {
        Skeleton mpii = Skeletons.byId("mpii16").orElseThrow();
        List<Keypoint> joints =
                IntStream.range(0, 16).mapToObj(j -> new Keypoint(j, 2 * j, 1)).toList();
        List<Keypoint> points = OpenPoseLayout.BODY_25.points(mpii, joints);
        assertThat(points.get(1)).isEqualTo(joints.get(mpii.joints().indexOf("thorax")));
        assertThat(points.get(8)).isEqualTo(joints.get(mpii.joints().indexOf("pelvis")));
        assertThat(points.get(0)).isEqualTo(new Keypoint(0, 0, 0));
        List<Keypoint> none =
                OpenPoseLayout.COCO_18.points(Skeleton.numbered(3), joints.subList(0, 3));
        assertThat(none).hasSize(18).containsOnly(new Keypoint(0, 0, 0));
    }
}
