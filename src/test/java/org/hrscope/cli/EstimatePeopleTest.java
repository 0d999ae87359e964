package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hrscope.CocoAnnotations;
import org.hrscope.ObjectKeypointSimilarity;
import org.hrscope.Shared;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.export.CocoFile;
import org.hrscope.export.CocoResult;
import org.hrscope.export.PngFile;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// Whom `estimate` finds.
class EstimatePeopleTest extends CommandRuns {
    private static final int SIZE = 480;
    private static final double LEAST_OKS = 0.75;
    private static final int ENOUGH_JOINTS = 6;
    private Supplier<FrameSource> demo = DemoSource::new;

    private int run(String... arguments) {
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> demo.get());
        var command = new EstimateCommand(spec -> opener.open(spec, new FramePool()));
        return execute(new CommandLine(command), arguments);
    }

    private void runs(String... arguments) {
        assertThat(run(arguments)).as(err.toString()).isZero();
        assertThat(err.toString()).isEmpty();
    }

    private static CocoResult[] results(Path json) throws Problem {
        return new Json(Json.Names.SNAKE_CASE).read(json, CocoResult[].class);
    }

    private static double middle(CocoResult result) {
        return IntStream.range(0, 17)
                .mapToDouble(joint -> result.keypoints().get(3 * joint))
                .average()
                .orElseThrow();
    }

    /// As many demo figures side by side as there are sources, room for two; black where there are none.
    private static Frame beside(long index, List<DemoSource> figures) {
        int width = 2 * SIZE;
        ByteBuffer pixels = ByteBuffer.allocateDirect(width * SIZE * 4);
        byte empty = (byte) (figures.isEmpty() ? 0 : 150);
        for (int at = 0; at < pixels.capacity(); at++) pixels.put(at, empty);
        for (int figure = 0; figure < figures.size(); figure++) {
            try (Frame one = figures.get(figure).next()) {
                for (int row = 0; row < SIZE; row++) {
                    pixels.put(
                            (row * width + figure * SIZE) * 4,
                            one.pixels(),
                            row * SIZE * 4,
                            SIZE * 4);
                }
            }
        }
        for (int alpha = 3; alpha < pixels.capacity(); alpha += 4) pixels.put(alpha, (byte) -1);
        return new Frame(
                width, SIZE, pixels, new Frame.Origin("demo", index, index * 33_000_000), () -> {});
    }

    private static List<DemoSource> figures(int count) {
        return IntStream.range(0, count).mapToObj(n -> new DemoSource(n + 1, SIZE, SIZE)).toList();
    }

    private Path picture(String name, int figures) throws Problem {
        Path file = folder.resolve(name);
        try (Frame frame = beside(0, figures(figures))) {
            PngFile.write(file, frame.width(), frame.height(), frame.pixels());
        }
        return file;
    }

    @Test
    void everyoneInAPictureIsFound() throws Exception {
        String two = picture("2.png", 2).toString();
        Path json = folder.resolve("poses.json");
        Path coco = folder.resolve("coco.json");
        runs(two, "--json", json + "", "--coco", coco + "");
        assertThat(out.toString().lines())
                .containsExactly("written: " + json, "written: " + coco, "1 frame, 2 people");
        CocoResult[] people = results(json);
        Arrays.sort(people, (a, b) -> Double.compare(middle(a), middle(b)));
        assertThat(people).hasSize(2).allMatch(person -> person.trackId() == null);
        assertThat(middle(people[0])).isBetween(0.2 * SIZE, 0.8 * SIZE);
        assertThat(middle(people[1])).isBetween(1.2 * SIZE, 1.8 * SIZE);
        CocoFile file = new Json(Json.Names.SNAKE_CASE).read(coco, CocoFile.class);
        assertThat(file.annotations())
                .extracting(CocoFile.Annotation::score)
                .containsExactlyInAnyOrder(people[0].score(), people[1].score());
        // The finder's word counts: it is never as sure as 1.
        assertThat(people)
                .allMatch(person ->
                        person.score()
                                < IntStream.range(0, 17)
                                        .mapToDouble(j -> person.keypoints().get(3 * j + 2))
                                        .average()
                                        .orElseThrow());

        runs(two, "--people", "whole", "--json", json + "");
        assertThat(results(json)).hasSize(1);
    }

    @Test
    void aPictureWithoutPeopleIsAnOrdinaryOne() throws Exception {
        String black = picture("0.png", 0).toString();
        Path json = folder.resolve("poses.json");
        Path coco = folder.resolve("coco.json");
        Path drawn = folder.resolve("out");
        runs(black, "--json", json + "", "--coco", coco + "", "--out", drawn + "");
        assertThat(out.toString().lines())
                .containsExactly(
                        "written: " + drawn,
                        "written: " + json,
                        "written: " + coco,
                        "1 frame, 0 people");
        assertThat(results(json)).isEmpty();
        CocoFile file = new Json(Json.Names.SNAKE_CASE).read(coco, CocoFile.class);
        assertThat(file.images()).hasSize(1);
        assertThat(file.annotations()).isEmpty();
        assertThat(folder.resolve("out/0.png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"--flip,--flip", "--decoder,argmax"})
    void optionsOfTheNetworkHoldForEveryone(String option, String value) throws Exception {
        String two = picture("2.png", 2).toString();
        Path plain = folder.resolve("plain.json");
        Path other = folder.resolve("other.json");
        runs(two, "--json", plain + "");
        if (option.equals(value)) runs(two, "--json", other + "", option);
        else runs(two, "--json", other + "", option, value);
        CocoResult[] before = results(plain);
        CocoResult[] after = results(other);
        assertThat(after).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(after[i].keypoints()).isNotEqualTo(before[i].keypoints());
        }
    }

    /// Paints as many frames of as many figures, and shows them as often as it is opened.
    private static Supplier<FrameSource> film(int... figuresByFrame) {
        List<DemoSource> figures = figures(2);
        List<Frame> film = new ArrayList<>();
        for (int count : figuresByFrame) film.add(beside(film.size(), figures.subList(0, count)));
        return () -> new Film(figures.getFirst().info(), film.iterator());
    }

    private record Film(SourceInfo info, Iterator<Frame> frames) implements FrameSource {
        @Override
        public @Nullable Frame next() {
            return frames.hasNext() ? frames.next().retain() : null;
        }

        @Override
        public void close() {}
    }

    @Test
    void whoIsInAVideoStaysWhoTheyAre() throws Exception {
        // Black is a new scene, and so are the two after it.
        demo = film(2, 2, 2, 2, 2, 2, 2, 0, 0, 2, 2);
        Path json = folder.resolve("poses.json");
        Path again = folder.resolve("again.json");
        runs("demo", "--json", json + "");
        CocoResult[] people = results(json);
        assertThat(people)
                .extracting(CocoResult::frame)
                .containsExactly(
                        0L, 0L, 1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L, 5L, 5L, 6L, 6L, 9L, 9L, 10L, 10L);
        assertThat(people).extracting(CocoResult::trackId).containsOnly(1, 2, 3, 4);
        for (CocoResult person : people) {
            int left = leftOf(people, frame(person) < 9 ? 0 : 9);
            assertThat(person.trackId() == left).isEqualTo(middle(person) < SIZE);
        }

        runs("demo", "--json", again + "");
        assertThat(again).hasSameBinaryContentAs(json);
    }

    private static long frame(CocoResult person) {
        return Objects.requireNonNull(person.frame());
    }

    private static int leftOf(CocoResult[] people, long frame) {
        return Arrays.stream(people)
                .filter(person -> frame(person) == frame)
                .filter(person -> middle(person) < SIZE)
                .map(CocoResult::trackId)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoComesLaterIsFoundAndOneAloneIsFollowed() throws Exception {
        demo = film(0, 0, 0, 1, 1, 1, 1, 1, 1);
        Path json = folder.resolve("poses.json");
        runs("demo", "--json", json + "");
        assertThat(results(json))
                .extracting(CocoResult::frame)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(results(json)).extracting(CocoResult::trackId).containsOnly(1);
    }

    /// Without a cut: the finder looks again every few frames.
    @Test
    void whoJoinsSomebodyIsFoundToo() throws Exception {
        demo = film(1, 1, 1, 1, 2, 2, 2, 2);
        Path json = folder.resolve("poses.json");
        runs("demo", "--json", json + "");
        CocoResult[] people = results(json);
        assertThat(people)
                .filteredOn(person -> middle(person) < SIZE)
                .hasSize(8)
                .allMatch(person -> person.trackId() == 1);
        assertThat(people)
                .filteredOn(person -> middle(person) > SIZE)
                .isNotEmpty()
                .allMatch(person -> person.trackId() == 2)
                .allMatch(person -> frame(person) > 4);
    }

    /// Exit code 2, and one sentence that has the words.
    private void refuses(String words, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).as(words).isEqualTo(2);
        assertThat(err.toString()).contains(words);
        assertThat(err.toString().strip().lines()).hasSize(1);
    }

    @Test
    void aFinderThatIsNoneIsRefused() throws Exception {
        String black = picture("0.png", 0).toString();
        Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
        Path pose = Path.of("models/hrnet_w16_coco17_256x192.onnx");
        Path json = folder.resolve("poses.json");
        refuses("none.onnx", black, "--finder", folder.resolve("none.onnx") + "");
        refuses("text.onnx", black, "--finder", text + "", "--json", json + "");
        refuses("is not a person detector", black, "--finder", pose + "", "--json", json + "");
        assertThat(json).doesNotExist();
    }

    @Test
    void theFinderIsNotReplaced() throws Exception {
        String black = picture("0.png", 0).toString();
        Path finder = Path.of("models/person_finder_320.onnx");
        Path copy = Files.copy(finder, folder.resolve("f.onnx"));
        refuses(
                "would overwrite your input file",
                black,
                "--finder",
                copy + "",
                "--json",
                copy + "");
        assertThat(copy).hasSameBinaryContentAs(finder);
        err.getBuffer().setLength(0);
        runs(black, "--finder", copy + "", "--json", folder.resolve("poses.json") + "");
    }

    @ParameterizedTest
    @CsvSource({
        "--boxes b.json --people find,--people",
        "--boxes b.json --people whole,--people",
        "--boxes b.json --finder f.onnx,--finder",
        "--people whole --finder f.onnx,--finder",
        "--boxes b.json --smooth,--smooth"
    })
    void whatSaysTwoThingsIsRefused(String options, String named) {
        err.getBuffer().setLength(0);
        refuses(named, ("demo --frames 1 " + options).split(" "));
        assertThat(err.toString()).contains("cannot be combined");
    }

    /// With the boxes of the annotations it is 0.8050.
    @Test
    void ordinaryPictures() throws Exception {
        Path told = Shared.file("images/coco_keypoints.json");
        Path json = folder.resolve("poses.json");
        CocoAnnotations truth = CocoAnnotations.read(told);
        List<String> line = new ArrayList<>(List.of("--json", json.toString()));
        truth.images().forEach(image -> line.add(told.resolveSibling(image.fileName()) + ""));
        runs(line.toArray(String[]::new));
        CocoResult[] found = results(json);
        double[] best =
                truth.annotations().stream()
                        .filter(person -> person.numKeypoints() >= ENOUGH_JOINTS)
                        .mapToDouble(person -> best(person, found))
                        .toArray();
        assertThat(best).hasSize(12);
        assertThat(Arrays.stream(best).average().orElseThrow()).isGreaterThanOrEqualTo(LEAST_OKS);
        assertThat(found.length).isLessThanOrEqualTo(14);
    }

    private static double best(CocoAnnotations.Annotation person, CocoResult[] found) {
        return Arrays.stream(found)
                .filter(each -> each.imageId().equals(person.imageId()))
                .mapToDouble(each -> ObjectKeypointSimilarity.of(person, joints(each)))
                .max()
                .orElse(0);
    }

    private static List<Keypoint> joints(CocoResult result) {
        List<Double> numbers = result.keypoints();
        return IntStream.range(0, 17)
                .mapToObj(j ->
                        new Keypoint(
                                numbers.get(3 * j), numbers.get(3 * j + 1), numbers.get(3 * j + 2)))
                .toList();
    }
}
