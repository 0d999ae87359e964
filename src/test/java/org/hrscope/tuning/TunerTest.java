package org.hrscope.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing here waits: clock and sessions are a model's.
class TunerTest {
    /// Milliseconds on one core, serial share, runs a second that memory allows.
    private static final double[][] NETWORKS = {
        {27, 0.03, 4000}, {160, 0.01, 400}, {620, 0.01, 70}, {9, 0.12, 9000},
    };

    private static Tuning tune(ModelMachine machine, ExecutionPlan before, int cores)
            throws Problem, InterruptedException {
        return new Tuner(machine, Variations.NONE).tune(before, cores, (done, total) -> {});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 12, 16, 24, 32, 48, 64, 96})
    void theChosenPlanIsNearTheOptimum(int cores) throws Problem, InterruptedException {
        for (double[] network : NETWORKS) {
            for (boolean second : new boolean[] {false, true}) nearOptimum(cores, network, second);
        }
    }

    /// A dozen noisy days: never far from the optimum, and on average as near as noise allows.
    private static void nearOptimum(int cores, double[] network, boolean second)
            throws Problem, InterruptedException {
        ExecutionPlan before = ExecutionPlan.standard(cores);
        double sum = 0;
        int days = 12;
        for (long seed = 0; seed < days; seed++) {
            ModelMachine machine = new ModelMachine(cores, second, network, before, seed);
            Tuning tuning = tune(machine, before, cores);
            String what = tuning.chosen() + " on " + cores + ", " + network[0] + " ms";
            double reached = machine.rate(tuning.chosen()) / machine.fastest();
            sum += reached;
            assertThat(reached).as(what).isGreaterThan(0.91);
            assertThat(tuning.chosen().cores()).as(what).isLessThanOrEqualTo(cores);
            assertThat(machine.opened()).as(what).isLessThan(50);
            assertThat(machine.left()).as(what).isZero();
            // The last turn begun may end after the patience does.
            assertThat(machine.measuring() / 1e9).as(what).isLessThan(70);
        }
        assertThat(sum / days).as(network[0] + " ms on " + cores).isGreaterThan(0.95);
    }

    /// One core has one plan; nothing is to be gained by measuring.
    @Test
    void oneCoreKeepsItsOneLane() throws Problem, InterruptedException {
        ExecutionPlan one = ExecutionPlan.standard(1);
        Tuning tuning = tune(new ModelMachine(1, false, NETWORKS[0], one, 1), one, 1);
        assertThat(one).isEqualTo(new ExecutionPlan(1, 1));
        assertThat(tuning.changes()).isFalse();
    }

    /// What was chosen is not given up again the next day.
    @Test
    void theChoiceIsStable() throws Problem, InterruptedException {
        int moved = 0;
        for (int cores : new int[] {2, 4, 8, 16, 64}) {
            for (double[] network : NETWORKS) {
                ExecutionPlan before = ExecutionPlan.standard(cores);
                ExecutionPlan first =
                        tune(new ModelMachine(cores, false, network, before, 5), before, cores)
                                .chosen();
                for (long seed = 10; seed < 20; seed++) {
                    ModelMachine again = new ModelMachine(cores, false, network, first, seed);
                    if (tune(again, first, cores).changes()) moved++;
                }
            }
        }
        assertThat(moved).as("of 200").isLessThanOrEqualTo(10);
    }

    /// All cores of a plan are computing: the pool behind the lanes has what the lanes do not bring.
    @Test
    void noCoreIsLeftIdleByCallersThatCount() {
        assertThat(ExecutionPlan.standard(16).cores()).isEqualTo(16);
        for (int cores = 2; cores < 70; cores++) {
            assertThat(ExecutionPlan.standard(cores).cores()).isBetween(cores - 1, cores);
        }
    }

    @Test
    void aPlanThatFailsIsToldAndTheRestGoesOn() throws Problem, InterruptedException {
        ExecutionPlan before = new ExecutionPlan(2, 2);
        Problem why = new Problem("provider.failed", "CUDA", "x.onnx", "no device");
        ModelMachine machine =
                new ModelMachine(4, false, NETWORKS[0], before, 3) {
                    @Override
                    public Trial open(ExecutionPlan plan) throws Problem {
                        if (plan.provider() != ExecutionProvider.CPU) throw why;
                        return super.open(plan);
                    }
                };
        Variations variations =
                new Variations(
                        Optional.empty(), List.of(ExecutionProvider.CPU, ExecutionProvider.CUDA));
        Tuning tuning = new Tuner(machine, variations).tune(before, 4, (done, total) -> {});
        assertThat(tuning.all().getLast().failed()).isSameAs(why);
        assertThat(tuning.refusal()).containsSame(why);
        assertThat(tuning.chosen().provider()).isEqualTo(ExecutionProvider.CPU);
        assertThat(machine.left()).isZero();
    }

    /// A provider or an int8 file is used because it was measured to be faster, never because it is there.
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.98, 1.02, 1.4, 7})
    void anotherProviderOrFileMustBeFaster(double gain) throws Problem, InterruptedException {
        ExecutionPlan before = new ExecutionPlan(2, 2);
        Path file = Path.of("x.int8.onnx");
        for (boolean provider : new boolean[] {false, true}) {
            ModelMachine machine =
                    new ModelMachine(4, false, NETWORKS[1], before, 3) {
                        @Override
                        double rate(ExecutionPlan plan) {
                            boolean other =
                                    plan.quantised() != null
                                            || plan.provider() != ExecutionProvider.CPU;
                            return other
                                    ? gain * super.rate(new ExecutionPlan(4, 1))
                                    : super.rate(plan);
                        }
                    };
            Variations variations =
                    provider
                            ? new Variations(
                                    Optional.empty(),
                                    List.of(ExecutionProvider.CPU, ExecutionProvider.COREML))
                            : new Variations(Optional.of(file), List.of(ExecutionProvider.CPU));
            ExecutionPlan chosen =
                    new Tuner(machine, variations).tune(before, 4, (done, total) -> {}).chosen();
            boolean taken =
                    provider
                            ? chosen.provider() == ExecutionProvider.COREML
                            : file.equals(chosen.quantised());
            if (gain > 1.1) assertThat(taken).isTrue();
            if (gain < 1) assertThat(taken).isFalse();
        }
    }

    @Test
    void anInterruptEndsItWithNothingLeftOpen() {
        ExecutionPlan before = new ExecutionPlan(2, 2);
        ModelMachine machine = new ModelMachine(4, false, NETWORKS[0], before, 3);
        Tuner tuner = new Tuner(machine, Variations.NONE);
        assertThatThrownBy(() ->
                        tuner.tune(
                                before,
                                4,
                                (done, total) -> {
                                    if (done > 2) Thread.currentThread().interrupt();
                                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(machine.left()).isZero();
    }
}
