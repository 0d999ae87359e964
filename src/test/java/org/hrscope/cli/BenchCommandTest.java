package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.tuning.NetworkTuning;
import org.hrscope.tuning.PlanStore;
import org.hrscope.tuning.ThisMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What `bench` says before it measures; its source cannot be opened here.
class BenchCommandTest extends CommandRuns {
    private int run(String... arguments) {
        NetworkTuning tuning =
                new NetworkTuning(new PlanStore(folder, ThisMachine::now), List.of());
        BenchCommand bench =
                new BenchCommand(
                        source -> {
                            throw new Problem("file.missing", source.text());
                        },
                        results -> {
                            throw new AssertionError();
                        },
                        tuning);
        return execute(new CommandLine(bench), arguments);
    }

    @Test
    void howLongItTakesIsSaidFirst() {
        assertThat(run("--seconds", "30")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .containsPattern("^Measuring takes about 1[0-9]{2} s, warm-up included\\.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void noStartsAreAllowed() {
        assertThat(run("--startup", "-1")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--startup is a whole number, 0 or more.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seconds=0", "--seconds=Infinity", "--seconds=1e9", "--startup=-1"})
    void whatCannotBeMeasuredIsRefused(String option) {
        assertThat(run(option)).isEqualTo(2);
        assertThat(err.toString()).contains(option.substring(0, option.indexOf('=')));
        assertThat(err.toString()).doesNotContain("takes about");
    }
}
