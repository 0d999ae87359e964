package org.hrscope.ui.explain;

import java.util.List;
import org.hrscope.hrnet.ReceptiveFields.Field;
import org.jspecify.annotations.Nullable;

/// What the tab says of one node, in one language. Immutable.
///
/// @param name    of the node; empty for the stage
/// @param shapes  `64 × 64 × 48 → 256 × 64 × 48`, channels × height × width; empty for the stage
/// @param article what it does and why, Markdown
/// @param steps   what is computed in it, in order; empty where nobody knows
/// @param figures null for the stage
/// @param code    Markdown, a block of code; empty where there is none
public record Explanation(
        String name,
        String shapes,
        String article,
        List<Step> steps,
        @Nullable Figures figures,
        String code) {

    public Explanation {
        steps = List.copyOf(steps);
    }

    /// What a node costs, and the whole network beside it.
    ///
    /// @param nanos of one run in this node; -1 where it was not measured, 0 where the runtime has no such node left
    /// @param field what one value sees of the picture; null where nobody knows
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
