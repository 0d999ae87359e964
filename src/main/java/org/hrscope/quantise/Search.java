package org.hrscope.quantise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hrscope.domain.Problem;

/// Chooses the fewest nodes to leave float so that joints move no further than wished. Enlarged values come first,
/// because their noise does most harm, then sums: both cost almost nothing as floats. Then values, by the noise that
/// rounding them adds. With every node float nothing is lost, so the wish can always be met, though the result may not
/// be worth it.
///
/// @param trial what is lost where these nodes are float
record Search(WholeNodes nodes, Calibration seen, Map<String, ValueRange> reach, Trial trial) {
    /// Roughly what converting a value and back costs, as a share of all multiply-adds.
    private static final double CONVERSION = 0.002;

    /// After the sums, an eighth of the list is tried; from there on the number doubles.
    private static final int FIRST_PART = 8;

    /// Each opens a session.
    private static final int REFINEMENTS = 1;

    interface Trial {
        Loss of(Set<String> kept) throws Problem, InterruptedException;
    }

    /// @param kept nodes that stay float
    /// @param loss with these
    record Found(Set<String> kept, Loss loss) {}

    /// These and no others, whatever is lost.
    Found with(Set<String> kept) throws Problem, InterruptedException {
        return new Found(kept, trial.of(kept));
    }

    /// @param kept float in any case
    Found from(Set<String> kept, double wish) throws Problem, InterruptedException {
        Found met = with(kept);
        if (met.loss().pixels() <= wish) return met;
        Set<String> computing = nodes.computing();
        List<Set<String>> sets = new ArrayList<>(List.of(kept));
        nodes.enlarged().forEach(more -> add(sets, more, computing));
        int enlarged = sets.size() - 1;
        add(sets, nodes.sums(), computing);
        int sums = sets.size() - 1;
        for (String value : noisiest(computing)) add(sets, nodes.round(value), computing);
        add(sets, nodes.names(), computing);
        int last = sets.size() - 1;
        int below = 0;
        if (last == 0) return met;
        int enough = enlarged > 0 ? enlarged : sums;
        // The first set has been tried.
        if (enough == 0) enough = Math.max(1, last / FIRST_PART);
        while (true) {
            met = new Found(sets.get(enough), trial.of(sets.get(enough)));
            if (met.loss().pixels() <= wish || enough == last) break;
            below = enough;
            int further = enough - sums;
            if (further < 0) enough = sums;
            else enough += Math.max(1, further == 0 ? (last - sums) / FIRST_PART : further);
            enough = Math.min(enough, last);
        }
        for (int i = 0; i < REFINEMENTS && enough - below > 1; i++) {
            int middle = (below + enough) / 2;
            Loss loss = trial.of(sets.get(middle));
            if (loss.pixels() <= wish) {
                enough = middle;
                met = new Found(sets.get(middle), loss);
            } else {
                below = middle;
            }
        }
        return met;
    }

    /// Each set holds the one before.
    private static void add(List<Set<String>> sets, Set<String> more, Set<String> computing) {
        Set<String> further = new LinkedHashSet<>(sets.getLast());
        for (String name : more) if (computing.contains(name)) further.add(name);
        if (further.size() > sets.getLast().size()) sets.add(further);
    }

    /// By the noise that rounding a value adds, over the multiply-adds that are float where it is not rounded.
    private List<String> noisiest(Set<String> computing) {
        double all = nodes.work(nodes.names(), seen.cells());
        Map<String, Double> gains = new HashMap<>();
        for (String name : computing) {
            Histogram values = seen.seen().get(name);
            if (values == null) continue;
            double noise = new RangeError(values).ratio(Objects.requireNonNull(reach.get(name)));
            double paid = nodes.work(nodes.round(name), seen.cells()) / all + CONVERSION;
            gains.put(name, noise / paid);
        }
        return gains.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
