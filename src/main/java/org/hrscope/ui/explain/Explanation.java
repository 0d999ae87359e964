package org.hrscope.ui.explain;

import java.util.List;
import org.hrscope.hrnet.ReceptiveFields.Field;
import org.jspecify.annotations.Nullable;

/// The tab's content for one node, in one language. Immutable.
///
/// @param name    of the node; empty for the stage
/// @param shapes  `64 × 64 × 48 → 256 × 64 × 48`, channels × height × width; empty for the stage
/// @param article what it does and why, Markdown
/// @param steps   its computations, in order; empty if unknown
/// @param rounding how its values are kept as whole numbers, Markdown; empty unless the network is quantised
/// @param figures null for the stage
/// @param code    Markdown code block; empty if there is none
public record Explanation(
        String name,
        String shapes,
        String article,
        List<Computation> steps,
        String rounding,
        @Nullable Figures figures,
        String code) {

    public Explanation {
        steps = List.copyOf(steps);
    }

    /// A node's cost, next to the whole network's.
    ///
    /// @param nanos of one run in this node; -1 if not measured, 0 if the runtime fused it away
    /// @param field receptive field in the image; null if unknown
    public record Figures(
            long parameters,
            long allParameters,
            long multiplyAdds,
            long allMultiplyAdds,
            long nanos,
            long allNanos,
            @Nullable Field field,
            int inputHeight,
            int inputWidth) {}
}
