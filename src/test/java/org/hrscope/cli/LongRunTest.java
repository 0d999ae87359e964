package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.export.PngFile;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Runs that break off and go on, and runs in parts.
class LongRunTest extends CommandRuns {
    private static final Path FULL = Path.of("/dev/full");
    private static final List<String> FORMS = List.of("a.json", "c.json", "t.csv", "k.npz");
    private final SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
    private final PoseEngine.SourceOpening plain = spec -> opener.open(spec, new FramePool());

    private int run(PoseEngine.SourceOpening opening, List<String> arguments) {
        return execute(new EstimateCommand(opening), arguments);
    }

    private int execute(Object command, List<String> arguments) {
        err.getBuffer().setLength(0);
        return execute(new CommandLine(command), arguments.toArray(String[]::new));
    }

    private void refuses(String words, int exit) {
        assertThat(exit).as(err.toString()).isEqualTo(2);
        assertThat(err.toString()).contains(words);
        assertThat(err.toString().strip().lines()).hasSize(1);
    }

    private Path picture(String name, int grey) throws IOException, Problem {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        ByteBuffer pixels = ByteBuffer.allocateDirect(64 * 48 * 4);
        while (pixels.hasRemaining()) pixels.put((byte) grey);
        PngFile.write(file, 64, 48, pixels.clear());
        return file;
    }

    private List<String> line(Path results, String... more) {
        List<String> line = new ArrayList<>(List.of(more));
        List<String> options = List.of("--json", "--coco", "--csv", "--npz");
        for (int i = 0; i < FORMS.size(); i++) {
            line.add(options.get(i));
            line.add(results.resolve(FORMS.get(i)).toString());
        }
        line.addAll(List.of("--out", results.resolve("out") + ""));
        return line;
    }

    private static void assertSame(Path one, Path other) {
        for (String form : FORMS) {
            assertThat(one.resolve(form)).hasSameBinaryContentAs(other.resolve(form));
        }
        for (String name : other.resolve("out").toFile().list()) {
            assertThat(one.resolve("out").resolve(name))
                    .hasSameBinaryContentAs(other.resolve("out").resolve(name));
        }
        // Nothing hidden is left.
        assertThat(one.toFile().list())
                .containsExactlyInAnyOrder("a.json", "c.json", "t.csv", "k.npz", "out");
    }

    /// Ends the run as Ctrl+C does when this frame is asked for, which happens when all but a few before it are done.
    private PoseEngine.SourceOpening interruptedAt(int frame) {
        Thread main = Thread.currentThread();
        int[] given = {0};
        return spec -> {
            FrameSource source = plain.open(spec);
            return new FrameSource() {
                @Override
                public SourceInfo info() {
                    return source.info();
                }

                @Override
                public @Nullable Frame next() throws Problem {
                    if (given[0]++ == frame) main.interrupt();
                    return source.next();
                }

                @Override
                public void close() {
                    source.close();
                }
            };
        };
    }

    private void breakOff(int frame, List<String> line) {
        assertThat(run(interruptedAt(frame), line)).as(err.toString()).isOne();
        Thread.interrupted();
    }

    /// Who is who depends on every frame before: also there the bytes are the same.
    @Test
    void aVideoGoesOnWhereItBrokeOff() throws Exception {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path broken = Files.createDirectory(folder.resolve("broken"));
        assertThat(run(plain, line(whole, "demo", "--frames", "12"))).isZero();
        List<String> line = line(broken, "demo", "--frames", "12");
        breakOff(7, line);
        Path journal = broken.resolve(".a.json.resume");
        assertThat(journal).isNotEmptyFile();
        long size = Files.size(journal);
        line.add("--resume");
        breakOff(10, line);
        assertThat(Files.size(journal)).isGreaterThanOrEqualTo(size);
        // As a kill in the midst of a write leaves it.
        Files.writeString(journal, "{\"image\":{\"fi", StandardOpenOption.APPEND);
        assertThat(run(plain, line)).as(err.toString()).isZero();
        assertSame(broken, whole);
    }

    @Test
    void imagesThatAreDoneAreNotReadAgain() throws Exception {
        for (int i = 0; i < 7; i++) picture(i + ".png", 30 * i);
        Files.writeString(folder.resolve("in/3_bad.png"), "no image");
        String in = folder.resolve("in").toString();
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path broken = Files.createDirectory(folder.resolve("broken"));
        String[] what = {in, "demo", "--frames", "8", "--people", "whole"};
        assertThat(run(plain, line(whole, what))).isEqualTo(2);
        String told = err.toString();
        List<String> line = line(broken, what);
        breakOff(5, line);
        line.add("--resume");
        List<SourceSpec> opened = new ArrayList<>();
        PoseEngine.SourceOpening watched =
                spec -> {
                    opened.add(spec);
                    return plain.open(spec);
                };
        assertThat(run(watched, line)).isEqualTo(2);
        assertThat(err).hasToString(told);
        assertSame(broken, whole);
        assertThat(opened).hasSize(2);
        assertThat(opened.getFirst()).isInstanceOf(SourceSpec.Pictures.class);
        assertThat(opened.getFirst().files())
                .hasSizeBetween(1, 6)
                .endsWith(folder.resolve("in/6.png"));
    }

    @Test
    void onlyTheSameRunGoesOn() throws Exception {
        for (int i = 0; i < 6; i++) picture(i + ".png", 30 * i);
        String in = folder.resolve("in").toString();
        Path results = Files.createDirectory(folder.resolve("results"));
        List<String> line = line(results, in, "--people", "whole");
        breakOff(5, line);
        byte[] before = Files.readAllBytes(results.resolve("a.json"));
        line.add("--resume");
        List<String> other = new ArrayList<>(line);
        other.add("--flip");
        refuses("used other options", run(plain, other));
        picture("4.png", 5).toFile().setLastModified(1_000_000_000_000L);
        refuses("used other options", run(plain, line));
        assertThat(results.resolve("a.json")).hasBinaryContent(before);
        line.remove("--resume");
        assertThat(run(plain, line)).isZero();
        assertThat(results.resolve(".a.json.resume")).doesNotExist();
        // Where nothing broke off the run simply begins.
        line.add("--resume");
        assertThat(run(plain, line)).isZero();
    }

    @Test
    void whatCannotGoOnIsTold() {
        refuses("needs an output", run(plain, List.of("demo", "--frames", "1", "--resume")));
        String json = folder.resolve("a.json").toString();
        refuses("live source", run(plain, List.of("camera:0", "--resume", "--json", json)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/2", "0/2", "1", "1/0", "-1/2", "a/b", "1/2/3", "9999999/9999999"})
    void partsThatAreNoneAreRefused(String shard) {
        refuses(
                "--shard cannot be " + shard,
                run(plain, List.of("demo", "--frames", "1", "--shard=" + shard)));
    }

    private List<String> parts(String form) {
        return java.util.stream.IntStream.rangeClosed(1, 3)
                .mapToObj(i -> folder.resolve("part" + i).resolve(form).toString())
                .toList();
    }

    private int merge(List<String> parts, Path into) {
        List<String> line = new ArrayList<>(parts);
        line.addAll(List.of("-o", into.toString()));
        return execute(new MergeCommand(), line);
    }

    private Path shardedAndWhole() throws Exception {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < 5; i++) picture(9 - i + ".png", 40 * i);
        sources.add(folder.resolve("in").toString());
        sources.add(picture("more/\"4\", x.png", 77).toString());
        Files.writeString(folder.resolve("in/6_bad.png"), "no image");
        sources.addAll(List.of("--people", "whole"));
        String[] what = sources.toArray(String[]::new);
        Path whole = Files.createDirectory(folder.resolve("whole"));
        assertThat(run(plain, line(whole, what))).isEqualTo(2);
        for (int i = 1; i <= 3; i++) {
            List<String> line = line(folder.resolve("part" + i), what);
            line.addAll(List.of("--shard", i + "/3"));
            assertThat(run(plain, line)).as(err.toString()).isIn(0, 2);
        }
        return whole;
    }

    /// Annotations whose image is missing would be lost.
    @Test
    void peopleWithoutAnImageAreNoPart() throws Exception {
        shardedAndWhole();
        List<String> parts = parts("c.json");
        Path first = Path.of(parts.getFirst());
        Files.writeString(
                first, Files.readString(first).replaceFirst("(\"image_id\" ?: ?)\\d+", "$199"));
        assertThat(merge(parts, folder.resolve("all.json"))).isEqualTo(2);
        assertThat(folder.resolve("all.json")).doesNotExist();
    }

    @Test
    void partsJoinedAreTheWhole() throws Exception {
        Path whole = shardedAndWhole();
        for (String form : FORMS) {
            Path joined = folder.resolve("joined " + form);
            assertThat(merge(parts(form).reversed(), joined)).as(err.toString()).isZero();
            assertThat(joined).hasSameBinaryContentAs(whole.resolve(form));
        }
        List<String> pictures = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String[] some = folder.resolve("part" + i + "/out").toFile().list();
            pictures.addAll(List.of(some == null ? new String[0] : some));
        }
        assertThat(pictures).containsExactlyInAnyOrder(whole.resolve("out").toFile().list());
        refuseWhatDoesNotFit();
    }

    private void refuseWhatDoesNotFit() throws IOException {
        Path into = Files.writeString(folder.resolve("joined"), "before");
        for (String form : FORMS) {
            List<String> parts = parts(form);
            refuses("file number", merge(List.of(parts.get(0), parts.get(1), parts.get(0)), into));
            refuses("overwrite", merge(parts, Path.of(parts.getLast())));
            String other = parts("a.json".equals(form) ? "t.csv" : "a.json").getFirst();
            refuses("different formats", merge(List.of(parts.get(0), other), into));
            Path cut = folder.resolve("cut " + form);
            byte[] bytes = Files.readAllBytes(Path.of(parts.get(0)));
            Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
            if (!form.equals("t.csv")) refuses("cut " + form, merge(List.of(cut + ""), into));
        }
        Path csv = Path.of(parts("t.csv").getFirst());
        List<String> lines = Files.readAllLines(csv);
        Path turned = folder.resolve("turned.csv");
        Files.write(turned, List.of(lines.get(0), lines.getLast(), lines.get(1)));
        refuses("has been changed", merge(List.of(turned + ""), into));
        Path joints = folder.resolve("joints.csv");
        Files.writeString(joints, lines.getFirst().replace("nose", "beak") + "\n");
        refuses("different joints", merge(List.of(csv + "", joints + ""), into));
        String text = Files.writeString(folder.resolve("text"), "no part").toString();
        refuses("cannot be merged", merge(List.of(text), into));
        refuses("There is no file", merge(List.of(folder.resolve("none") + ""), into));
        refuses("--shard i/n", merge(List.of(folder.resolve("whole/a.json") + ""), into));
        refuses("--shard i/n", merge(List.of(folder.resolve("whole/c.json") + ""), into));
        assertThat(into).hasContent("before");
        assumeTrue(Files.exists(FULL), "needs " + FULL);
        refuses("space", merge(parts("k.npz"), FULL));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 0.1, 0.1, ''",
        "10, 0.5, 0.1, 0.1, ''",
        "10, 4, 0.25, 0.25, '  2.5/s  12 s left'",
        "10, 4, 0, 0, '  2.5/s'",
        "600, 60, 0.1, 0.6, '  10.0/s  4 min left'",
        "600, 3600, 0.25, 0.25, '  0.2/s  3 h 0 min left'"
    })
    void paceAndTimeLeft(long images, double seconds, double gained, double share, String text) {
        assertThat(RunProgress.pace(images, seconds, gained, share)).isEqualTo(text);
    }
}
