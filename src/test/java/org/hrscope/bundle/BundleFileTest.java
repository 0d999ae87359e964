package org.hrscope.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.PersonMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundleFileTest {
    private static final byte[] PICTURE = {1, 2, 3, 5, 8};

    @TempDir Path folder;

    private static Bundle bundle(String picture) {
        return new Bundle(
                1,
                "zh-CN",
                new SharedSource(
                        "/clips/高跳 1.mp4",
                        "高跳 1.mp4",
                        new FileIdentity(123, 45, "ab"),
                        17,
                        566_666_667,
                        picture),
                new SharedNetwork(
                        "own",
                        "/nets/own.onnx",
                        new FileIdentity(1, 2, null),
                        new SharedTaught(
                                true,
                                List.of(
                                        new SharedTaught.Joint(
                                                "head_top",
                                                "nose",
                                                (double) 0.1f,
                                                List.of((double) 0.3f, (double) -1e-7f))))),
                new SharedResults(
                        PersonMode.EVERYONE,
                        "yolox",
                        Decoder.DARK,
                        true,
                        new Smoothing(Smoothing.When.ALWAYS, new OneEuro(0.3, 11)),
                        new BoundingBox(1.5, 2.25, 3, 4),
                        List.of(
                                new SharedPerson(3, new BoundingBox(0.1, 0.2, 30, 40), null),
                                new SharedPerson(
                                        7,
                                        new BoundingBox(-5, 0, 1e-3, 1 / 3.0),
                                        List.of(new Keypoint(0.1 + 0.2, -1, 0.9)))),
                        List.of("stage3.0.fuse_layers.2.0=0.0"),
                        new SharedNetwork(
                                "yolox", "/nets/yolox.onnx", new FileIdentity(3, 4, "cd"), null)),
                new SharedView(
                        7,
                        4,
                        -1,
                        List.of(2, 5),
                        "stage3.1.fused.0",
                        true,
                        14,
                        true,
                        List.of("SKELETON", "NAMES"),
                        0.4,
                        true,
                        false,
                        true,
                        "B",
                        new BoundingBox(10, 20, 300, 200),
                        new SharedColours("MAGMA", "FIXED", 2.5, "INDEX"),
                        List.of("left_hip", "left_knee", "left_ankle"),
                        PIN));
    }

    private static final SharedPin PIN =
            new SharedPin(
                    "own",
                    "layer1.0",
                    3,
                    "高跳 1.mp4",
                    16,
                    533_333_333,
                    new BoundingBox(1, 2, 3, 4),
                    2,
                    3,
                    SharedPin.values(
                            new FeatureMaps(1, 2, 3, new float[] {0.1f, -2, 3e-9f, 4, 5, 6})));

    private Path written(Bundle bundle) throws Problem {
        Path file = folder.resolve("a.hrscope");
        BundleFile.write(file, bundle, out -> out.write(PICTURE));
        return file;
    }

    @Test
    void whatIsWrittenIsReadToTheLastBit() throws Problem {
        Bundle bundle = bundle("pictures/frame.png");
        assertThat(BundleFile.read(written(bundle))).isEqualTo(bundle);
    }

    /// Written before pins, taught joints and the chosen finder were kept.
    @Test
    void aViewOfTheFirstVersionStillOpens() throws Exception {
        Path file = folder.resolve("first.hrscope");
        try (InputStream first =
                BundleFileTest.class.getResourceAsStream("first-version.hrscope")) {
            Files.copy(Objects.requireNonNull(first), file);
        }
        Bundle read = BundleFile.read(file);
        assertThat(read.source().name()).isEqualTo("高跳 1.mp4");
        assertThat(read.source().frame()).isEqualTo(17);
        assertThat(read.network().name()).isEqualTo("own");
        assertThat(read.results().found()).hasSize(2);
        assertThat(read.results().found().get(1).shown())
                .containsExactly(new Keypoint(0.1 + 0.2, -1, 0.9));
        assertThat(read.view().part()).isEqualTo(new BoundingBox(10, 20, 300, 200));
        assertThat(BundleFile.unpack(file, read.source(), folder.resolve("out")))
                .hasBinaryContent(PICTURE);
    }

    @Test
    void theSameViewGivesTheSameBytes() throws Exception {
        byte[] once = Files.readAllBytes(written(bundle("pictures/frame.png")));
        Thread.sleep(5);
        assertThat(written(bundle("pictures/frame.png"))).hasBinaryContent(once);
    }

    @Test
    void theEnclosedImageComesOutUnderItsOldNameInsideTheFolder() throws Exception {
        Path file = written(bundle("pictures/frame.png"));
        Path picture =
                BundleFile.unpack(file, BundleFile.read(file).source(), folder.resolve("out"));
        assertThat(picture).hasBinaryContent(PICTURE).startsWith(folder.resolve("out"));
        assertThat(picture.getFileName()).hasToString("高跳_1.png");
    }

    @ParameterizedTest
    @MethodSource
    void aNameCannotLeadOut(String name) throws Exception {
        Path file = written(bundle("pictures/frame.png"));
        SharedSource source = new SharedSource("x", name, null, 0, 0, "pictures/frame.png");
        Path out = folder.resolve("out");
        assertThat(BundleFile.unpack(file, source, out).normalize()).startsWith(out);
    }

    static Stream<String> aNameCannotLeadOut() {
        return Stream.of("../../etc/passwd", "/etc/passwd", "C:\\x", "..", "", "con\0.png");
    }

    private record Bad(String what, String key, byte[] bytes) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> brokenFiles() throws Exception {
        String good = json(bundle("pictures/frame.png"));
        byte[] whole = zip("view.json", good);
        return Stream.of(
                new Bad("text", "bundle.broken", "no zip".getBytes(StandardCharsets.UTF_8)),
                new Bad("cut off", "bundle.broken", java.util.Arrays.copyOf(whole, 300)),
                new Bad("other zip", "bundle.lacks", zip("data.pkl", "x")),
                new Bad("a flipped bit", "bundle.broken", flipped(whole)),
                new Bad("broken JSON", "json.broken", zip("view.json", good.substring(9))),
                new Bad("an empty object", "json.broken", zip("view.json", "{}")),
                new Bad("a list", "json.broken", zip("view.json", "[]")),
                new Bad("null", "json.broken", zip("view.json", "null")),
                new Bad(
                        "no such decoder",
                        "json.broken",
                        zip("view.json", good.replace("\"DARK\"", "\"GUESS\""))),
                new Bad(
                        "a picture outside",
                        "json.broken",
                        zip("view.json", good.replace("pictures/frame.png", "pictures/../x.png"))),
                new Bad(
                        "negative frame",
                        "json.broken",
                        zip("view.json", good.replace("\"frame\":17", "\"frame\":-17"))),
                new Bad(
                        "an endless box",
                        "json.broken",
                        zip("view.json", good.replace("\"width\":30.0", "\"width\":1e999"))),
                new Bad(
                        "a box that is far too far",
                        "json.broken",
                        zip("view.json", good.replace("\"x\":0.1,", "\"x\":-1e300,"))),
                new Bad(
                        "nothing drawn",
                        "json.broken",
                        zip("view.json", good.replace("\"x\":1.5,", "\"x\":1e999,"))),
                new Bad(
                        "a crowd",
                        "json.broken",
                        zip("view.json", good.replace("\"found\":[", crowd(200)))),
                new Bad(
                        "newer, and unknown in every respect",
                        "bundle.newer",
                        zip("view.json", "{\"version\":2,\"source\":[\"all new\"]}")),
                new Bad("up", "bundle.outside", zip("view.json", good, "../evil", "x")),
                new Bad("up within", "bundle.outside", zip("view.json", good, "a/../../e", "x")),
                new Bad("absolute", "bundle.outside", zip("view.json", good, "/etc/cron", "x")),
                new Bad("Windows", "bundle.outside", zip("view.json", good, "..\\evil", "x")),
                new Bad("a drive", "bundle.outside", zip("view.json", good, "C:evil", "x")),
                new Bad("twice", "bundle.twice", twice(good)),
                new Bad("a bomb", "bundle.tooLarge", zip("view.json", " ".repeat(5 << 20))),
                new Bad("many", "bundle.tooMany", many()));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void whatIsWrongIsToldInOneSentence(Bad bad) throws IOException {
        Path file = Files.write(folder.resolve("bad.hrscope"), bad.bytes);
        Problem problem = catchThrowableOfType(Problem.class, () -> BundleFile.read(file));
        assertThat(problem).as(bad.what).isNotNull();
        assertThat(problem.key()).isEqualTo(bad.key);
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(problem.message(language)).contains("bad.hrscope");
        }
    }

    /// The directory of a bomb may claim that it is small.
    @Test
    void anEnclosedImageThatUnpacksToTooMuchIsRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("pictures/frame.png"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 257; i++) zip.write(zeros);
        }
        Path file = Files.write(folder.resolve("bomb.hrscope"), bytes.toByteArray());
        SharedSource source = new SharedSource("x", "x", null, 0, 0, "pictures/frame.png");
        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () -> BundleFile.unpack(file, source, folder.resolve("out")));
        assertThat(problem.key()).isEqualTo("bundle.tooLarge");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFileIsRecognisedByItsBytesAndNotByItsName() throws Exception {
        Path file = Files.writeString(folder.resolve("a.png"), "one");
        FileIdentity identity = FileIdentity.of(file);
        assertThat(identity.is(Files.copy(file, folder.resolve("b.png")))).isTrue();
        assertThat(identity.is(Files.writeString(folder.resolve("c.png"), "two"))).isFalse();
        assertThat(identity.is(folder.resolve("gone.png"))).isFalse();
    }

    @Test
    void aFolderIsNotSaidToBeMissing() {
        assertThatThrownBy(() -> FileIdentity.of(folder))
                .isInstanceOfSatisfying(Problem.class, BundleFileTest::isFolder);
        assertThatThrownBy(() -> BundleFile.read(folder))
                .isInstanceOfSatisfying(Problem.class, BundleFileTest::isFolder);
    }

    private static void isFolder(Problem problem) {
        assertThat(problem.key()).isEqualTo("file.isFolder");
    }

    private static String json(Bundle bundle) throws IOException {
        return new String(new Json(Json.Names.AS_WRITTEN).bytes(bundle), StandardCharsets.UTF_8);
    }

    private static String crowd(int people) {
        String each = "{\"identity\":9,\"box\":{\"x\":1,\"y\":1,\"width\":5,\"height\":5}},";
        return "\"found\":[" + each.repeat(people);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /// In the packed bytes of the first entry.
    private static byte[] flipped(byte[] zip) {
        byte[] flipped = zip.clone();
        flipped[120] ^= 4;
        return flipped;
    }

    /// Java's own writer refuses a second entry of one name: the other name is patched.
    private static byte[] twice(String view) throws IOException {
        byte[] bytes = zip("view.json", view, "viiw.json", view);
        UnaryOperator<String> same = text -> text.replace("viiw.json", "view.json");
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return same.apply(latin).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] many() throws IOException {
        String[] all = new String[2 * 1001];
        for (int i = 0; i < all.length; i += 2) {
            all[i] = "f" + i;
            all[i + 1] = "";
        }
        return zip(all);
    }
}
