package org.hrscope.tuning;

import java.util.Arrays;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;
import org.jspecify.annotations.Nullable;

/// What a plan reached.
///
/// @param ratio  estimates a second over those of the plan in use, both measured in turns; median of all turns, 0 if it
///     failed
/// @param noise  spread of those ratios: half the distance of the quartiles, relative to the median
/// @param turns  how often it was measured
/// @param remark which provider ran the nodes; empty for nothing
/// @param failed why it could not be run; null if it could
public record Measured(
        ExecutionPlan plan,
        double ratio,
        double noise,
        int turns,
        String remark,
        @Nullable Problem failed) {

    static Measured of(ExecutionPlan plan, double[] ratios, String remark) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        double median = at(sorted, 0.5);
        double noise = median > 0 ? (at(sorted, 0.75) - at(sorted, 0.25)) / 2 / median : 0;
        return new Measured(plan, median, noise, sorted.length, remark, null);
    }

    /// How far the median may be from the truth: two standard errors of a median.
    double doubt() {
        return turns == 0 ? 0 : 4 * noise / Math.sqrt(turns);
    }

    static Measured failed(ExecutionPlan plan, Problem why) {
        return new Measured(plan, 0, 0, 0, "", why);
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
