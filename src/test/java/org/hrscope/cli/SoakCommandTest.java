package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrscope.capture.figure.DemoSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SoakCommandTest extends CommandRuns {
    /// However few frames a busy machine gets through.
    @Test
    void peopleAreCounted() {
        SoakCommand soak = new SoakCommand(spec -> new DemoSource());
        assertThat(execute(new CommandLine(soak), "--people", "--minutes", "0.03")).isZero();
        assertThat(out.toString().lines().findFirst().orElseThrow()).endsWith(" people");
        assertThat(out.toString().lines().toList().getLast())
                .containsPattern("^\\d+ frames, \\d+ (person|people), up to \\d+ at once");
    }

    /// An exit code alone does not say what was missed.
    @Test
    void whatDidNotRecoverIsTold() {
        SoakCommand soak = new SoakCommand(spec -> new DemoSource());
        assertThat(execute(new CommandLine(soak), "--recoveries", "2", "--minutes", "0.01"))
                .isEqualTo(1);
        assertThat(out.toString().lines().toList().getLast()).isEqualTo("recovered 0 of 2 times");
    }
}
