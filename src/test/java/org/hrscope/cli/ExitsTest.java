package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
