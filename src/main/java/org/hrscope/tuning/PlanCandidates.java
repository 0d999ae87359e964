package org.hrscope.tuning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hrscope.inference.ExecutionPlan;

/// The plans worth a try on so many cores: a few numbers of lanes, each with all, nearly all, half or a quarter of the
/// cores. Never more threads than cores. Fewer than twenty on 64 cores.
final class PlanCandidates {
    /// With more lanes, a box lags behind its person by more frames than tracking allows for.
    static final int MOST_LANES = 8;

    private static final List<Integer> LANES = List.of(1, 2, 3, 4, 6, MOST_LANES);

    /// On so few cores each number of lanes is tried.
    private static final int FEW = 6;

    private static final int MANY = 16;

    /// Less of the cores than this cannot be fastest.
    private static final double LEAST_SHARE = 0.2;

    private PlanCandidates() {}

    static List<ExecutionPlan> on(int cores) {
        Set<ExecutionPlan> plans = new LinkedHashSet<>();
        for (int lanes = 1; lanes <= Math.min(cores, MOST_LANES); lanes++) {
            if (cores > FEW && !LANES.contains(lanes)) continue;
            plans.add(new ExecutionPlan(lanes, cores / lanes));
            // A core left for capture and window is worth a thread where there are few; where there
            // are many, half of them are often the second thread of a core, and memory is the
            // limit.
            for (int part : new int[] {cores - 1, cores / 2, cores >= MANY ? cores / 4 : 0}) {
                int threads = part / lanes;
                if (threads > 0 && lanes * threads >= LEAST_SHARE * cores) {
                    plans.add(new ExecutionPlan(lanes, threads));
                }
            }
        }
        return new ArrayList<>(plans);
    }

    /// Plans beside those, that differ in lanes or threads only.
    static List<ExecutionPlan> near(List<ExecutionPlan> plans, int cores) {
        Set<ExecutionPlan> near = new LinkedHashSet<>();
        for (ExecutionPlan plan : plans) {
            int lanes = plan.lanes();
            int threads = plan.threads();
            int step = Math.max(1, threads / 4);
            for (int other : new int[] {threads - step, threads - 1, threads + 1, threads + step}) {
                if (fits(lanes, other, cores)) near.add(plan.with(lanes, other));
            }
            for (int other : new int[] {lanes - 1, lanes + 1}) {
                if (fits(other, threads, cores)) near.add(plan.with(other, threads));
                if (fits(other, cores / Math.max(1, other), cores)) {
                    near.add(plan.with(other, cores / other));
                }
            }
        }
        return new ArrayList<>(near);
    }

    private static boolean fits(int lanes, int threads, int cores) {
        return lanes > 0 && lanes <= MOST_LANES && threads > 0 && lanes * threads <= cores;
    }
}
