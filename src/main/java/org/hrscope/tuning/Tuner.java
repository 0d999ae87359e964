package org.hrscope.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;
import org.hrscope.threads.Fault;
import org.hrscope.threads.Job;

/// Finds the fastest plan by successive halving: all candidates get two short turns, the better third four more; then
/// the neighbours of the best have theirs. Only one candidate is open at a time, and each of its turns is followed by
/// one of the plan in use, so that what else the machine does falls on both. Spinning, int8 and other providers are
/// tried on the best layouts only. One thread.
public final class Tuner {
    /// Long enough for several runs of a small network, short enough not to be seen.
    static final long TURN_NANOS = 40_000_000;

    /// Beyond this only what was never measured still gets a turn. A small network takes a tenth of it.
    static final long PATIENCE_NANOS = 60_000_000_000L;

    private static final int TURNS = 2;
    private static final int FINALISTS = 2;
    private static final int MOST_FINALISTS = 4;
    private static final int FINALS = 3;

    /// How often the neighbours of the best so far are tried.
    private static final int CLIMB = 2;

    /// Plans this near to the fastest count as equal.
    private static final double EQUAL = 0.02;

    /// The plan in use stays unless another is faster by more than this, and by more than the noise.
    private static final double CLEARLY = 0.04;

    /// Idle threads that spin must be worth the cores they burn while the camera is waited for; int8 must be worth what
    /// it costs in accuracy, and another provider that its numbers are not those of the map.
    private static final double SPINNING_WORTH = 0.03;

    private static final double INT8_WORTH = 0.1;
    private static final double PROVIDER_WORTH = 0.05;

    private final Trial.Bench bench;
    private final Variations variations;
    private final Map<ExecutionPlan, List<Double>> ratios = new LinkedHashMap<>();
    private final Map<ExecutionPlan, Measured> failed = new LinkedHashMap<>();
    private final Map<ExecutionPlan, String> remarks = new HashMap<>();

    public Tuner(Trial.Bench bench, Variations variations) {
        this.bench = bench;
        this.variations = variations;
    }

    /// @param before   the plan in use, that of the bench
    /// @param progress told of each plan begun
    /// @throws InterruptedException if interrupted, with nothing left open
    public Tuning tune(ExecutionPlan before, int cores, Job.Progress progress)
            throws Problem, InterruptedException {
        long end = bench.now() + PATIENCE_NANOS;
        List<ExecutionPlan> field = others(before, PlanCandidates.on(cores));
        measure(field, TURNS, end, progress);
        field = best(field, Math.max(FINALISTS, field.size() / 3));
        measure(field, 2 * TURNS, end, progress);
        List<ExecutionPlan> layouts = best(everyone(), FINALISTS);
        List<ExecutionPlan> varied = new ArrayList<>(layouts);
        varied.add(before);
        varied = others(before, variations.of(varied));
        measure(untried(varied), 2 * TURNS, end, progress);
        for (int step = 0; step < CLIMB; step++) {
            List<ExecutionPlan> near = PlanCandidates.near(best(everyone(), 1), cores);
            measure(untried(others(before, near)), 2 * TURNS, end, progress);
        }
        // Whatever leads after a few turns was lucky too: the next may have to be known as well.
        for (int i = 0; i < FINALS; i++) measure(unsure(), 5 * TURNS, end, progress);
        return result(before, nearlyFastest());
    }

    private List<ExecutionPlan> unsure() {
        return nearlyFastest().stream().filter(plan -> measured(plan).turns() < 5 * TURNS).toList();
    }

    private List<ExecutionPlan> untried(List<ExecutionPlan> plans) {
        return plans.stream()
                .filter(plan -> !ratios.containsKey(plan) && !failed.containsKey(plan))
                .toList();
    }

    /// Whoever may be chosen in the end must be known well.
    private List<ExecutionPlan> nearlyFastest() {
        List<Measured> all =
                everyone().stream()
                        .map(this::measured)
                        .sorted(Comparator.comparingDouble(each -> -worth(each)))
                        .toList();
        return all.stream()
                .filter(each -> worth(each) >= worth(all.getFirst()) * (1 - 4 * EQUAL))
                .limit(MOST_FINALISTS)
                .map(Measured::plan)
                .toList();
    }

    private List<ExecutionPlan> everyone() {
        return new ArrayList<>(ratios.keySet());
    }

    private static List<ExecutionPlan> others(ExecutionPlan before, List<ExecutionPlan> plans) {
        return plans.stream().filter(plan -> !plan.equals(before)).distinct().toList();
    }

    private List<ExecutionPlan> best(List<ExecutionPlan> field, int most) {
        return field.stream()
                .filter(ratios::containsKey)
                .sorted(Comparator.comparingDouble(plan -> -measured(plan).ratio()))
                .limit(most)
                .toList();
    }

    private void measure(List<ExecutionPlan> field, int turns, long end, Job.Progress progress)
            throws InterruptedException {
        for (ExecutionPlan plan : field) {
            // What was measured so far must do; but every candidate gets one look.
            if (bench.now() >= end && ratios.containsKey(plan)) return;
            progress.at(ratios.size(), 0);
            if (Thread.interrupted()) throw new InterruptedException();
            try (Trial trial = bench.open(plan)) {
                trial.rate(1);
                for (int i = 0; i < turns && (i == 0 || bench.now() < end); i++) {
                    ratios.computeIfAbsent(plan, _ -> new ArrayList<>()).add(turn(trial, i));
                }
                remarks.put(plan, trial.remark());
            } catch (InterruptedException stop) {
                throw stop;
            } catch (Throwable thrown) {
                ratios.remove(plan);
                failed.put(plan, Measured.failed(plan, Fault.of(thrown)));
            }
        }
    }

    /// In changing order: whoever runs second finds warmer caches, or a hotter machine.
    private double turn(Trial trial, int number) throws Problem, InterruptedException {
        if (number % 2 == 0) {
            double own = trial.rate(TURN_NANOS);
            return own / bench.inUse().rate(TURN_NANOS);
        }
        double reference = bench.inUse().rate(TURN_NANOS);
        return trial.rate(TURN_NANOS) / reference;
    }

    private Measured measured(ExecutionPlan plan) {
        double[] all = ratios.getOrDefault(plan, List.of()).stream().mapToDouble(x -> x).toArray();
        return Measured.of(plan, all, remarks.getOrDefault(plan, ""));
    }

    private Tuning result(ExecutionPlan before, List<ExecutionPlan> finalists) {
        List<Measured> all = new ArrayList<>();
        all.add(new Measured(before, 1, 0, 0, "", null));
        ratios.keySet().forEach(plan -> all.add(measured(plan)));
        all.sort(Comparator.comparingDouble(each -> -each.ratio()));
        List<Measured> known =
                all.stream().filter(each -> finalists.contains(each.plan())).toList();
        ExecutionPlan chosen = known.isEmpty() ? before : chosen(before, known);
        all.addAll(failed.values());
        return new Tuning(before, chosen, all);
    }

    /// The plan in use stays unless another is faster by more than the noise, and where there is too much of it; then,
    /// of those equal to the fastest, the one that answers soonest.
    private static ExecutionPlan chosen(ExecutionPlan before, List<Measured> known) {
        Measured fastest =
                known.stream().max(Comparator.comparingDouble(Tuner::worth)).orElseThrow();
        if (fastest.noise() > Tuning.TOO_NOISY) return before;
        if (worth(fastest) <= 1 + Math.max(CLEARLY, fastest.doubt())) return before;
        return known.stream()
                .filter(each -> worth(each) >= worth(fastest) * (1 - EQUAL))
                .min(
                        Comparator.comparingInt((Measured each) -> each.plan().lanes())
                                .thenComparing(each -> each.plan().spinning())
                                .thenComparingDouble(each -> -each.ratio()))
                .orElse(fastest)
                .plan();
    }

    private static double worth(Measured each) {
        ExecutionPlan plan = each.plan();
        double price = plan.spinning() ? SPINNING_WORTH : 0;
        if (plan.quantised() != null) price += INT8_WORTH;
        if (plan.provider() != ExecutionProvider.CPU) price += PROVIDER_WORTH;
        return each.ratio() / (1 + price);
    }
}
