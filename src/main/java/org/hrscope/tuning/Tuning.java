package org.hrscope.tuning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;

/// All that was measured for one network on one machine, and what follows from it.
///
/// @param before the plan that was in use
/// @param chosen the same where nothing was clearly better
/// @param all    every plan that was tried, the fastest first, failures last; the plan before has ratio 1
public record Tuning(ExecutionPlan before, ExecutionPlan chosen, List<Measured> all) {

    public Tuning {
        all = List.copyOf(all);
    }

    /// Ratios of one plan that differ by more than this say that others keep the machine busy.
    static final double TOO_NOISY = 0.15;

    /// Whether this is worth remembering: the machine was idle enough to measure.
    public boolean certain() {
        double worst =
                all.stream()
                        .filter(e -> e.turns() >= 4)
                        .mapToDouble(Measured::noise)
                        .max()
                        .orElse(0);
        return worst <= TOO_NOISY;
    }

    public boolean changes() {
        return !chosen.equals(before);
    }

    /// Why a provider other than the CPU, though this library has it, could not run the network.
    public Optional<Problem> refusal() {
        return all.stream()
                .filter(each -> each.plan().provider() != ExecutionProvider.CPU)
                .flatMap(each -> Stream.ofNullable(each.failed()))
                .findFirst();
    }

    /// What was measured for this plan.
    public Optional<Measured> of(ExecutionPlan plan) {
        return all.stream().filter(each -> each.plan().equals(plan)).findFirst();
    }
}
