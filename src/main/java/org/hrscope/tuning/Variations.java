package org.hrscope.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;

/// What a layout of lanes and threads can be varied by.
///
/// @param quantised an int8 file made from the network
/// @param providers those the library has
public record Variations(Optional<Path> quantised, List<ExecutionProvider> providers) {

    /// Spinning only.
    public static final Variations NONE =
            new Variations(Optional.empty(), List.of(ExecutionProvider.CPU));

    public Variations {
        providers = List.copyOf(providers);
    }

    List<ExecutionPlan> of(List<ExecutionPlan> layouts) {
        List<ExecutionPlan> plans = new ArrayList<>();
        for (ExecutionPlan layout : layouts) {
            ExecutionPlan plain = layout.on(ExecutionProvider.CPU).quantised(null).spinning(false);
            plans.add(plain);
            if (plain.threads() > 1) plans.add(plain.spinning(true));
            quantised.ifPresent(file -> plans.add(plain.quantised(file)));
        }
        for (ExecutionProvider other : providers) {
            if (other == ExecutionProvider.CPU) continue;
            // What it cannot run goes to the CPU, one thread a lane.
            plans.add(new ExecutionPlan(1, 1).on(other));
            plans.add(new ExecutionPlan(2, 1).on(other));
        }
        return plans;
    }
}
