package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ExitsTest {
    @TempDir Path log;

    private final StringWriter err = new StringWriter();

    @CommandLine.Command
    private record Work(Callable<Integer> work) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }

    private int exit(int signal, Callable<Integer> work) {
        return exit(log, signal, work);
    }

    private int exit(Path log, int signal, Callable<Integer> work) {
        err.getBuffer().setLength(0);
        Exits exits = new Exits(log, () -> signal);
        CommandLine line =
                new CommandLine(new Work(work))
                        .setOut(new PrintWriter(new StringWriter()))
                        .setErr(new PrintWriter(err, true))
                        .setExecutionExceptionHandler(exits);
        return exits.execute(line);
    }

    private String said() {
        assertThat(err.toString().lines()).hasSize(1);
        return err.toString().strip();
    }

    @Test
    void aMisspeltOptionIsNamedAndTheHelpIsPointedAtNotPoured() {
        Exits exits = new Exits(log, () -> 0);
        CommandLine line =
                new CommandLine(new Work(() -> 0))
                        .setErr(new PrintWriter(err, true))
                        .setParameterExceptionHandler(exits);
        assertThat(exits.execute(line, "--jsno")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).first().asString().contains("'--jsno'");
        assertThat(err.toString()).contains("--help");
    }

    @CommandLine.Command(name = "count")
    static final class Count implements Runnable {
        enum Order {
            UP,
            DOWN
        }

        @CommandLine.Option(names = "--to", paramLabel = "N", required = true)
        private int to;

        @CommandLine.Option(names = "--by", paramLabel = "STEP")
        private double by;

        @CommandLine.Option(names = "--order")
        private Order order = Order.UP;

        @CommandLine.Option(names = "--file")
        private Path file = Path.of("");

        @CommandLine.Parameters(paramLabel = "WHAT")
        private String what = "";

        @Override
        public void run() {
            throw new AssertionError(what + file + order + by + to);
        }
    }

    @CommandLine.Command(name = "write")
    static final class Write extends Printing implements Runnable {
        @CommandLine.Option(
                names = {"-o", "--output"},
                required = true)
        private Path output = Path.of("");

        @CommandLine.Parameters(paramLabel = "WHERE")
        private String where = "";

        @Override
        public void run() {
            if (!where.equals("unasked")) goesTo(output);
            if (where.equals("somewhere")) written("3 frames, ", output);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count --to 1 x --ordre | 没有选项 '--ordre'。是否要用 --order？",
                "count --to 1 x y | 此处不需要 'y'。",
                "count --ot 1 x | 没有选项 '--ot'。",
                "count --oder=up | 没有选项 '--oder'。是否要用 --order？",
                "count --to 1 x y --ordre | 没有选项 '--ordre'。是否要用 --order？",
                "write | 缺少 -o, --output、WHERE。",
                "write -o x | 缺少 WHERE。",
                "models lists | 此处不需要 'lists'。是否要用 list？",
                "models lists --to x | 此处不需要 'lists'。是否要用 list？",
                "models --ot lists | 没有选项 '--ot'。",
                "models --to=1 | --to 是 list 的选项：hrscope models list …",
                "count | 缺少 --to、WHAT。",
                "count --to 1 | 缺少 WHAT。",
                "count x --to | --to 后面需要一个值。",
                "count x --to 1 --by | --by 后面需要一个值。",
                "count --to 1 x y z | 此处不需要 'y'、'z'。",
                "count x --to --by 2 | --to 后面需要一个值。",
                "count x --to 1 --to 2 | --to 出现了两次，请只给一次。",
                "count x --to many | --to 应为整数，不能是 'many'。",
                "count x --to 1 --by much | --by 应为数字，不能是 'much'。",
                "count x --to 1 --order over | --order 可为 up、down，不能是 'over'。",
            })
    void whatIsWrongWithACommandLineIsSaidInThePersonsLanguage(String typed, String said) {
        Exits exits = new Exits(log, () -> 0);
        CommandLine line =
                new CommandLine(new Hrscope())
                        .addSubcommand(new Count())
                        .addSubcommand(new Write())
                        .addSubcommand(
                                new CommandLine(new Models()).addSubcommand("list", new Count()))
                        .setErr(new PrintWriter(err, true))
                        .setParameterExceptionHandler(exits);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        try {
            assertThat(exits.execute(line, typed.split(" "))).isEqualTo(2);
        } finally {
            Locale.setDefault(before);
        }
        String help = "用法：hrscope " + typed.split(" ")[0] + " --help";
        assertThat(err.toString().lines().collect(Collectors.joining())).isEqualTo(said + help);
    }

    @CommandLine.Command(name = "models")
    static final class Models {}

    @CommandLine.Command(name = "hrscope")
    static final class Hrscope {}

    @Test
    void ofSeveralSourcesTheyAreNamedAndNoCommandThatLooksLikeAFile() {
        Exits exits = new Exits(log, () -> 0);
        CommandLine line =
                new CommandLine(new RootCommand(source -> {}))
                        .addSubcommand("import", new Work(() -> 0))
                        .setErr(new PrintWriter(err, true))
                        .setParameterExceptionHandler(exits);
        assertThat(exits.execute(line, "/tmp/a.jpg", "/tmp/imports.jpg")).isEqualTo(2);
        assertThat(said()).contains("/tmp/a.jpg /tmp/imports.jpg").contains("estimate");
        err.getBuffer().setLength(0);
        assertThat(exits.execute(line, "--jsno")).isEqualTo(2);
        assertThat(err.toString()).contains("'--jsno'");
    }

    @ParameterizedTest
    @CsvSource({"wriet x.jpg", "wriet", "wri", "wriet x.jpg --json x.json"})
    void aMisspeltCommandIsNoSource(String typed) {
        assertThat(window(typed)).isEqualTo(2);
        String word = typed.split(" ")[0];
        assertThat(said())
                .isEqualTo(word + " is neither a command nor a file. Did you mean write?");
    }

    @Test
    void aSourceIsNoMisspeltCommand() {
        assertThat(window("demo")).isEqualTo(RootCommand.WINDOW);
        assertThat(window("nowhere")).isEqualTo(2);
        assertThat(said()).isEqualTo("There is no file nowhere. Check the name and the folder.");
    }

    @Test
    void anOptionAmongSourcesIsNamedAlone() {
        assertThat(window("x.jpg y.jpg --jsno")).isEqualTo(2);
        assertThat(err.toString()).startsWith("There is no option '--jsno'.").doesNotContain("y");
    }

    @Test
    void anOptionOfACommandIsNotSaidToBeMissing() {
        assertThat(window("clip.mp4 --output x.csv")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "--output is an option of write: hrscope write …" + System.lineSeparator());
    }

    private int window(String typed) {
        err.getBuffer().setLength(0);
        Exits exits = new Exits(log, () -> 0);
        CommandLine line =
                new CommandLine(new RootCommand(source -> {}))
                        .addSubcommand(new Write())
                        .setErr(new PrintWriter(err, true))
                        .setExecutionExceptionHandler(exits)
                        .setParameterExceptionHandler(exits);
        return exits.execute(line, typed.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "somewhere, Stopped. Complete results are kept; no file is half-written.",
        "nowhere, Stopped. Nothing was written.",
        "unasked, Stopped.",
    })
    void whoStopsACommandIsToldWhetherThereAreResults(String where, String told) {
        StringWriter out = new StringWriter();
        CommandLine line =
                new CommandLine(new Write())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err, true));
        assertThat(new Exits(log, () -> 2).execute(line, "-o", "x.csv", where)).isEqualTo(130);
        assertThat(said()).isEqualTo(told);
        boolean kept = where.equals("somewhere");
        assertThat(out.toString().strip()).isEqualTo(kept ? "3 frames, written: x.csv" : "");
    }

    /// Else words would stand between the results.
    @Test
    void whereResultsArePrintedWordsGoToTheOtherStream() {
        StringWriter out = new StringWriter();
        Write write = new Write();
        new CommandLine(write).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        PrintWriter words = write.out();
        words.println("before");
        write.goesTo(Path.of("/dev/stdout"));
        words.println("after");
        write.written("", Path.of("/dev/stdout"));
        write.written("", Path.of("x.csv"));
        assertThat(out.toString().lines()).containsExactly("before");
        assertThat(err.toString().lines()).containsExactly("after", "written: x.csv");
    }

    @Test
    void whatAPersonCanMendIsSaid() {
        assertThat(exit(0, () -> 0)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(
                        exit(
                                0,
                                () -> {
                                    throw new Problem("file.missing", "x.png");
                                }))
                .isEqualTo(2);
        assertThat(said()).contains("x.png");
    }

    @Test
    void whateverElseIsThrownIsOneSentenceThatNamesTheLog() {
        for (Throwable any :
                List.of(
                        new IllegalStateException("one\ntwo", new ArithmeticException("deep")),
                        new StackOverflowError(),
                        new OutOfMemoryError("heap"),
                        new UnsatisfiedLinkError("native"),
                        new InterruptedException())) {
            int exit =
                    exit(
                            0,
                            () -> {
                                if (any instanceof Error error) throw error;
                                throw (Exception) any;
                            });
            assertThat(exit).as(any.toString()).isEqualTo(1);
            Throwable first = any.getCause() == null ? any : any.getCause();
            assertThat(said())
                    .contains(first.getClass().getName())
                    .contains("ExitsTest")
                    .contains(log.toString());
        }
    }

    @Test
    void whereThereIsNoLogThatIsSaid() {
        int exit =
                exit(
                        log.resolve("missing"),
                        0,
                        () -> {
                            throw new StackOverflowError();
                        });
        assertThat(exit).isEqualTo(1);
        assertThat(said()).contains("There is no log").contains("missing");
    }

    @Test
    void aSignalEndsEveryCommandWithItsNumberAndOneSentence() {
        for (int signal : new int[] {1, 2, 15}) {
            assertThat(exit(signal, () -> 0)).isEqualTo(128 + signal);
            assertThat(said()).startsWith("Stopped.");
            for (Exception any :
                    List.of(
                            new InterruptedException(),
                            new Problem("file.unwritable", "x.onnx", "null"),
                            new IllegalStateException())) {
                int exit =
                        exit(
                                signal,
                                () -> {
                                    throw any;
                                });
                assertThat(exit).isEqualTo(128 + signal);
                assertThat(said()).startsWith("Stopped.").doesNotContain("null");
            }
        }
    }
}
