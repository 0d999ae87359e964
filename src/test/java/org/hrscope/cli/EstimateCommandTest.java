package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.hrscope.Shared;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.export.CocoFile;
import org.hrscope.export.CocoImage;
import org.hrscope.export.CocoResult;
import org.hrscope.export.NpzReader;
import org.hrscope.export.PngFile;
import org.hrscope.json.Json;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EstimateCommandTest extends CommandRuns {
    private static final Path FULL = Path.of("/dev/full");

    private int run(String... arguments) {
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
        return run(spec -> opener.open(spec, new FramePool()), arguments);
    }

    private int run(PoseEngine.SourceOpening opening, String... arguments) {
        return execute(new CommandLine(new EstimateCommand(opening)), arguments);
    }

    @Test
    void theDemoFigureGivesPicturesAndCocoResults() throws Problem {
        Path json = folder.resolve("poses.json");
        int exit =
                run(
                        "demo",
                        "--frames",
                        "2",
                        "--decoder",
                        "dark",
                        "--flip",
                        "--out",
                        folder.toString(),
                        "--json",
                        json.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(folder.resolve("demo_000001.png")).isNotEmptyFile();
        assertThat(out.toString().lines())
                .containsExactly("written: " + folder, "written: " + json, "2 frames, 2 people");
        CocoResults[] results = new Json(Json.Names.SNAKE_CASE).read(json, CocoResults[].class);
        assertThat(results).hasSize(2);
        assertThat(results[1].imageId()).isEqualTo(1);
        assertThat(results[1].categoryId()).isEqualTo(1);
        assertThat(results[1].keypoints()).hasSize(51);
        assertThat(results[1].score()).isGreaterThan(0.3);
    }

    /// Of a folder only images are read; that is said, and is no failure.
    @Test
    void videosInAFolderAreTold() throws IOException, Problem {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        PngFile.write(mixed.resolve("a.png"), 64, 64, ByteBuffer.allocateDirect(64 * 64 * 4));
        Files.writeString(mixed.resolve("clip.mp4"), "not read");
        Path csv = folder.resolve("t.csv");
        assertThat(run(mixed.toString(), "--people", "whole", "--csv", csv.toString())).isZero();
        assertThat(err.toString())
                .contains(
                        "Of the folder " + mixed + ", only images were read, not its videos (1).");
    }

    @Test
    void numPyArraysNeedTheirEnding() {
        refuses("--npz", "demo", "--frames", "1", "--npz", folder.resolve("a.csv").toString());
    }

    record CocoResults(long imageId, int categoryId, List<Double> keypoints, double score) {}

    @Test
    void annotatedBoxesGiveOneResultAPerson() throws Problem {
        Path pictures = Shared.file("images/coco_keypoints.json");
        Path json = folder.resolve("poses.json");
        int exit =
                run(
                        pictures.getParent().toString(),
                        "--boxes",
                        pictures.toString(),
                        "--json",
                        json.toString());
        assertThat(exit).isZero();
        CocoResults[] results = new Json(Json.Names.SNAKE_CASE).read(json, CocoResults[].class);
        assertThat(results)
                .extracting(CocoResults::imageId)
                .contains(785L, 40083L, 196141L, 197388L);
        assertThat(results.length).isGreaterThan(12);
    }

    /// Exit code 2, and one sentence that names the file.
    private void refuses(String name, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).as(name).isEqualTo(2);
        assertThat(err.toString()).contains(name);
        assertThat(err.toString().strip().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-0.1", "Infinity"})
    void aScoreThatIsNoneIsRefused(String least) {
        refuses("--least", "demo", "--frames", "1", "--least", least);
    }

    /// As where a network's values exceed 1.
    @Test
    void aScoreMayExceedOne() {
        String csv = folder.resolve("a.csv").toString();
        assertThat(run("demo", "--frames", "1", "--least", "5", "--csv", csv)).isZero();
    }

    /// Nobody is to think that the first was all.
    @Test
    void pagesThatAreNotReadAreAProblem() throws IOException {
        Path tiff = folder.resolve("a.tif");
        BufferedImage page = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(tiff.toFile())) {
            writer.setOutput(to);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 2; i++)
                writer.writeToSequence(new IIOImage(page, null, null), null);
            writer.endWriteSequence();
        }
        assertThat(run(tiff.toString(), "--csv", folder.resolve("a.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).contains(tiff + " has several pages");
        assertThat(out.toString()).contains("1 frame, ").contains(", 1 problem");
    }

    /// A folder is a result like any file.
    @ParameterizedTest
    @ValueSource(strings = {"--out", "--openpose"})
    void whoStopsBeforeTheFirstImageIsToldThatNothingWasWritten(String option) {
        PoseEngine.SourceOpening nowhere =
                source -> {
                    throw new Problem("file.missing", source.text());
                };
        CommandLine line =
                new CommandLine(new EstimateCommand(nowhere))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err, true));
        String place = folder.resolve("o").toString();
        int exit = new Exits(folder, () -> 2).execute(line, "demo", "--frames", "1", option, place);
        assertThat(exit).isEqualTo(130);
        assertThat(err.toString().strip()).endsWith("Stopped. Nothing was written.");
    }

    @Test
    void aFinderIsNoPoseNetwork() {
        refuses("--finder", "demo", "--model", "models/person_finder_320.onnx");
    }

    /// It would look as if nothing had been found.
    @Test
    void whoAsksForNoOutputIsToldWhichThereAre() {
        assertThat(run("demo", "--frames", "1")).isZero();
        assertThat(err.toString().strip().lines()).hasSize(1).first().asString().contains("--csv");
        assertThat(out.toString()).contains("1 frame, 1 person");
    }

    @Test
    void whatCannotBeOpenedIsNamed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        Path bad = Files.writeString(folder.resolve("bad.onnx"), "no network");
        Path json = Files.writeString(folder.resolve("bad.json"), "{");
        refuses("none.png", folder.resolve("none.png").toString());
        refuses("empty.png", empty.toString());
        refuses("text.png", text.toString());
        refuses("bad.onnx", "demo", "--frames", "1", "--model", bad.toString());
        refuses("bad.json", "demo", "--frames", "1", "--boxes", json.toString());
        refuses("http://127.0.0.1:1/video", "http://127.0.0.1:1/video");
        refuses("camera", "camera:99", "--csv", folder.resolve("camera.csv").toString());
        refuses(
                "none.properties",
                "demo",
                "--frames",
                "1",
                "--profile",
                folder.resolve("none.properties").toString());
    }

    /// It would run for ever and leave nothing.
    @Test
    void theDemoWithoutAnEndOrAnOutputIsRefused() {
        refuses("No output was given", "demo");
        refuses("No output was given", "camera:99");
    }

    @Test
    void resultsThatCannotBeWrittenAreNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("a file"));
        refuses("a file", "demo", "--frames", "1", "--json", file.resolve("poses.json").toString());
    }

    private Path picture(String name) throws IOException, Problem {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ByteBuffer grey = ByteBuffer.allocateDirect(64 * 48 * 4);
        while (grey.hasRemaining()) grey.put((byte) 200);
        PngFile.write(file, 64, 48, grey.clear());
        return file;
    }

    private CocoResult[] results(Path json) throws Problem {
        return new Json(Json.Names.SNAKE_CASE).read(json, CocoResult[].class);
    }

    @Test
    void aBadFileCostsThatFileOnly() throws Exception {
        String first = picture("1.png").toString();
        String bad = Files.writeString(folder.resolve("bad.png"), "no picture").toString();
        String none = folder.resolve("none.png").toString();
        String last = picture("3.png").toString();
        Path pictures = picture("pictures/4.png").getParent();
        Files.writeString(pictures.resolve("5.png"), "no picture");
        Path json = folder.resolve("poses.json");
        int exit =
                run(
                        first,
                        bad,
                        none,
                        last,
                        pictures.toString(),
                        "--people",
                        "whole",
                        "--json",
                        json.toString());
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("bad.png"))
                .anyMatch(line -> line.contains("none.png"))
                .anyMatch(line -> line.contains("5.png"));
        assertThat(out.toString().lines())
                .containsExactly("written: " + json, "3 frames, 3 people, 3 problems");
        assertThat(results(json)).extracting(CocoResult::imageId).containsExactly(1L, 3L, 4L);
        assertThat(results(json)[2].fileName()).isEqualTo(pictures + "/4.png");
    }

    /// A source that breaks off, or fails in a way that nobody foresaw, after two pictures.
    private static FrameSource breaking(Throwable cause) {
        FrameSource demo = new DemoSource();
        int[] given = {0};
        return new FrameSource() {
            @Override
            public SourceInfo info() {
                return demo.info();
            }

            @Override
            public @Nullable Frame next() throws Problem {
                if (given[0]++ < 2) return demo.next();
                if (cause instanceof Problem problem) throw problem;
                throw (RuntimeException) cause;
            }

            @Override
            public void close() {
                demo.close();
            }
        };
    }

    @Test
    void whatWasReadBeforeASourceBrokeOffIsKept() throws Exception {
        Path json = folder.resolve("poses.json");
        Path pictures = folder.resolve("out");
        String[] line = {
            "demo",
            picture("7.png").toString(),
            "--out",
            pictures.toString(),
            "--json",
            json + "",
            "--people",
            "whole"
        };
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
        PoseEngine.SourceOpening cut =
                spec ->
                        spec instanceof SourceSpec.Demo
                                ? breaking(new Problem("video.truncated", "x.mp4"))
                                : opener.open(spec, new FramePool());
        assertThat(run(cut, line)).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo(new Problem("video.truncated", "x.mp4").getMessage());
        assertThat(results(json)).extracting(CocoResult::imageId).containsExactly(0L, 1L, 7L);
        assertThat(results(json)).extracting(CocoResult::frame).containsExactly(0L, 1L, null);
        assertThat(pictures.toFile().list())
                .containsExactlyInAnyOrder("demo_000000.png", "demo_000001.png", "7.png");

        // What nobody foresaw costs its source only, too.
        Path other = folder.resolve("other.json");
        line[5] = other.toString();
        PoseEngine.SourceOpening broken =
                spec ->
                        spec instanceof SourceSpec.Demo
                                ? breaking(new IllegalStateException("too odd"))
                                : opener.open(spec, new FramePool());
        err.getBuffer().setLength(0);
        assertThat(run(broken, line)).isEqualTo(1);
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains("demo").contains("too odd");
        assertThat(results(other)).extracting(CocoResult::imageId).containsExactly(0L, 1L, 7L);
    }

    /// The source is opened once, and every form tells of the same people.
    @Test
    void allFormsAtOnceInOnePass() throws Exception {
        int[] opened = {0};
        PoseEngine.SourceOpening counting =
                _ -> {
                    opened[0]++;
                    return new DemoSource();
                };
        Path csv = folder.resolve("t.csv");
        Path npz = folder.resolve("k.npz");
        Path json = folder.resolve("a.json");
        Path coco = folder.resolve("c.json");
        Path openPose = folder.resolve("openpose");
        String[] line =
                ("demo --frames 3 --csv "
                                + csv
                                + " --npz "
                                + npz
                                + " --json "
                                + json
                                + " --coco "
                                + coco)
                        .split(" ");
        List<String> all = new ArrayList<>(List.of(line));
        all.addAll(List.of("--openpose", openPose + "", "--out", openPose + ""));
        assertThat(run(counting, all.toArray(String[]::new))).as(err.toString()).isZero();
        assertThat(opened[0]).isOne();
        int people = results(json).length;
        assertThat(people).isPositive();
        assertThat(Files.readAllLines(csv)).hasSize(1 + people);
        assertThat(NpzReader.read(npz, "keypoints").orElseThrow().shape())
                .isEqualTo(Shape.of(people, 17, 3));
        assertThat(new Json(Json.Names.SNAKE_CASE).read(coco, CocoFile.class).annotations())
                .hasSize(people);
        assertThat(openPose.toFile().list())
                .hasSize(6)
                .contains("demo_000002.png", "demo_000000000002_keypoints.json");
        refuses("t.csv", "demo", "--frames", "1", "--csv", csv + "", "--npz", folder + "/./t.csv");
        Path inside = openPose.resolve("x_keypoints.json");
        refuses("x_keypoints", "demo", "--openpose", openPose + "", "--json", inside + "");
        refuses("t.csv", "demo", "--frames", "1", "--openpose", csv + "");
    }

    @Test
    void numbersAndNamesThatMakeNoSenseAreRefused() throws Exception {
        refuses("--frames cannot be -1", "demo", "--frames", "-1");
        for (String option : List.of("--json", "--coco")) {
            refuses("- is not a file name", "demo", "--frames", "1", option, "-");
        }
        assertThat(Path.of("-")).doesNotExist();
    }

    /// What could be written is whole; of the other nothing is left.
    @Test
    void oneResultThatCannotBeWrittenSpoilsNoOther() throws Exception {
        assumeTrue(Files.exists(FULL), "needs " + FULL);
        Path coco = folder.resolve("coco.json");
        Path results = Files.writeString(folder.resolve("poses.json"), "before");
        String picture = picture("x.png").toString();
        refuses("space", picture, "--json", FULL.toString(), "--coco", coco.toString());
        assertThat(new Json(Json.Names.SNAKE_CASE).read(coco, CocoFile.class).images()).hasSize(1);
        refuses("space", picture, "--coco", FULL.toString(), "--json", results.toString());
        assertThat(results(results)).isNotNull();
        // The journals stay: with --resume the runs would go on.
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "x.png",
                        "coco.json",
                        "poses.json",
                        ".coco.json.resume",
                        ".poses.json.resume");
    }

    @Test
    void anInterruptedRunWritesWhatItFound() throws Exception {
        Path json = folder.resolve("poses.json");
        Thread main = Thread.currentThread();
        FrameSource demo = new DemoSource();
        PoseEngine.SourceOpening interrupting =
                _ -> {
                    main.interrupt();
                    return demo;
                };
        // Whatever comes first, the picture or the interrupt: what was begun is finished, and
        // nothing is half-written.
        try {
            run(interrupting, "demo", "--out", folder.resolve("out") + "", "--json", json + "");
        } finally {
            Thread.interrupted();
        }
        String[] pictures = folder.resolve("out").toFile().list();
        int count = pictures == null ? 0 : pictures.length;
        assertThat(Files.exists(json)).isEqualTo(count > 0);
        if (count > 0) assertThat(results(json)).hasSize(count);
    }

    @Test
    void whatIsGivenToBeReadIsNeverReplaced() throws Exception {
        Path picture = picture("x.png");
        byte[] before = Files.readAllBytes(picture);
        Path model =
                Files.copy(
                        Path.of("models/hrnet_w16_coco17_256x192.onnx"), folder.resolve("m.onnx"));
        Path boxes = Files.writeString(folder.resolve("b.json"), "[]");
        Path profile = Files.writeString(folder.resolve("p.properties"), "mean=0,0,0");
        Path hard = Files.createLink(folder.resolve("hard"), picture);
        Path fresh = folder.resolve("new/dir");
        String[] inputs = {
            picture.toString(),
            "--model",
            model + "",
            "--boxes",
            boxes + "",
            "--profile",
            profile + ""
        };
        for (Path output : List.of(picture, model, boxes, profile, hard)) {
            for (String option : List.of("--json", "--coco")) {
                List<String> line = new ArrayList<>(List.of(inputs));
                line.addAll(List.of(option, output.toString(), "--out", fresh.toString()));
                refuses("would overwrite your input file", line.toArray(String[]::new));
            }
        }
        refuses("x.png", picture + "", "--out", folder.toString());
        refuses("x.png", folder.toString(), "--out", folder.toString());
        refuses("x.png", picture("first/w.png") + "", picture + "", "--out", folder.toString());
        assertThat(folder.resolve("w.png")).doesNotExist();
        assertThat(fresh.getParent()).doesNotExist();
        assertThat(picture).hasBinaryContent(before);
    }

    @Test
    void outputsThatCannotBeAreRefusedBeforeAnything() throws Exception {
        String picture = picture("x.png").toString();
        Path out = folder.resolve("out");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        refuses("empty", picture, "--out", out.toString(), "--json", empty.toString());
        refuses("x.png", picture, "--out", picture);
        refuses(
                "one.json",
                picture,
                "--json",
                folder.resolve("one.json") + "",
                "--coco",
                folder.resolve("./one.json") + "");
        assertThat(out).doesNotExist();
        assertThat(empty).isEmptyDirectory();
        Files.createDirectories(out.resolve("x.png"));
        refuses("x.png", picture, "--out", out.toString());
    }

    @Test
    void picturesOfOneNameDoNotReplaceEachOther() throws Exception {
        Path a = picture("a/x.png");
        Path b = picture("b/x.png");
        Path json = folder.resolve("poses.json");
        Path out = folder.resolve("out");
        int exit =
                run(
                        a + "",
                        b + "",
                        b.getParent() + "",
                        "--people",
                        "whole",
                        "--out",
                        out + "",
                        "--json",
                        json + "");
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("x.png", "x_2.png", "x_3.png");
        assertThat(results(json)).extracting(CocoResult::imageId).containsExactly(0L, 1L, 2L);
        assertThat(results(json))
                .extracting(CocoResult::fileName)
                .containsExactly(a + "", b + "", b + "");
    }

    @Test
    void whereNothingCouldBeReadTheResultsOfBeforeStay() throws Exception {
        Path json = Files.writeString(folder.resolve("poses.json"), "before");
        refuses("none.png", folder.resolve("none.png") + "", "--json", json.toString());
        assertThat(json).hasContent("before");
    }

    @Test
    void boxFilesThatDoNotFitAreToldOf() throws Exception {
        String picture = picture("785.png").toString();
        Path boxes =
                Files.writeString(
                        folder.resolve("boxes.json"),
                        "{\"images\":[{\"id\":\"785\",\"file_name\":\"val/785.png\"}],\"annotations\":["
                                + "{\"image_id\":\"785\",\"bbox\":[1,2,30,40]},{\"image_id\":\"785\"}]}");
        Path json = folder.resolve("poses.json");
        Path coco = folder.resolve("coco.json");
        String other = picture("786.png").toString();
        int exit =
                run(
                        picture,
                        other,
                        "--boxes",
                        boxes + "",
                        "--json",
                        json + "",
                        "--coco",
                        coco + "");
        assertThat(exit).isZero();
        assertThat(err.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("annotations[1]"))
                .anyMatch(line -> line.contains("1 of the 2 images") && line.contains("786.png"));
        assertThat(results(json)).extracting(CocoResult::imageId).containsExactly("785");
        err.getBuffer().setLength(0);
        assertThat(run("demo", "--frames", "1", "--boxes", boxes.toString())).isZero();
        assertThat(err.toString().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("demo"))
                .anyMatch(line -> line.contains("--csv"));
        CocoFile file = new Json(Json.Names.SNAKE_CASE).read(coco, CocoFile.class);
        assertThat(file.images()).extracting(CocoImage::id).containsExactly("785", 786L);
        assertThat(file.annotations()).hasSize(1);
        assertThat(file.categories().getFirst().keypoints()).hasSize(17).startsWith("nose");
    }
}
