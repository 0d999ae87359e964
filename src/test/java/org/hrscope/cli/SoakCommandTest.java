package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrscope.capture.figure.DemoSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {"--minutes=0", "--minutes=Infinity", "--minutes=NaN", "--recoveries=-1"})
    void whatIsNoLengthOfTimeIsRefused(String option) {
        SoakCommand soak = new SoakCommand(spec -> new DemoSource());
        assertThat(execute(new CommandLine(soak), option)).isEqualTo(2);
        assertThat(err.toString()).contains(option.substring(0, option.indexOf('=')));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aLengthOfTimeThatLooksLikeAnOptionIsNone() {
        SoakCommand soak = new SoakCommand(spec -> new DemoSource());
        assertThat(execute(new CommandLine(soak), "--minutes", "-Infinity")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("--minutes takes a number above 0, up to 100000.")
                .doesNotContain("no option");
    }

    @Test
    void noRecoveriesAreAllowed() {
        SoakCommand soak = new SoakCommand(spec -> new DemoSource());
        assertThat(execute(new CommandLine(soak), "--recoveries", "-1")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--recoveries is a whole number, 0 or more.");
    }

    /// Nothing would be read, half an hour long.
    @Test
    void anInnerValueThatDoesNotExistIsNamed() {
        SoakCommand soak = new SoakCommand(spec -> new DemoSource());
        assertThat(execute(new CommandLine(soak), "--minutes=0.01", "--inspect", "stage4.0.fusd.0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("The nearest names: stage4.0.fused.0,");
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
