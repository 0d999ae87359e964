package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.Shared;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.json.Json;
import org.hrscope.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EstimateCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
        return new CommandLine(new EstimateCommand(spec -> opener.open(spec, new FramePool())))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Exits())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
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
        CocoResults[] results = new Json(Json.Names.SNAKE_CASE).read(json, CocoResults[].class);
        assertThat(results).hasSize(2);
        assertThat(results[1].imageId()).isEqualTo(1);
        assertThat(results[1].categoryId()).isEqualTo(1);
        assertThat(results[1].keypoints()).hasSize(51);
        assertThat(results[1].score()).isGreaterThan(0.3);
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
        refuses("camera", "camera:99");
        refuses(
                "none.properties",
                "demo",
                "--frames",
                "1",
                "--profile",
                folder.resolve("none.properties").toString());
    }

    @Test
    void resultsThatCannotBeWrittenAreNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("a file"));
        refuses("a file", "demo", "--frames", "1", "--json", file.resolve("poses.json").toString());
    }
}
