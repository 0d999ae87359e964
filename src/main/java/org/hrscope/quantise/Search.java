package org.hrscope.quantise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Problem;

/// Which nodes stay float so that the joints move no further than is wished: as few as do, by bisection over a list. Where
/// even the most that are allowed do not, none: they would cost time for nothing.
///
/// @param cells height times width, by value
/// @param trial the mean loss where these nodes are float
record Search(WholeNodes nodes, Map<String, Integer> cells, Trial trial) {
    /// The share of multiply-adds that may stay float: more would cost what the others gain.
    private static final double MOST_FLOAT = 0.05;

    /// Each opens a session.
    private static final int TRIALS = 3;

    interface Trial {
        double pixels(Set<String> kept) throws Problem, InterruptedException;
    }

    /// @param kept   float in any case
    /// @param pixels what is lost with these
    /// @param first  values, those first whose nodes pay most as float
    Set<String> from(Set<String> kept, double pixels, double wish, List<String> first)
            throws Problem, InterruptedException {
        if (pixels <= wish) return kept;
        List<Set<String>> sets = sets(kept, first);
        int below = 0;
        int enough = sets.size() - 1;
        if (enough == 0 || trial.pixels(sets.get(enough)) > wish) return kept;
        for (int tried = 1; tried < TRIALS && enough - below > 1; tried++) {
            int middle = (below + enough) / 2;
            if (trial.pixels(sets.get(middle)) <= wish) enough = middle;
            else below = middle;
        }
        return sets.get(enough);
    }

    /// Each holds the one before; the first is `kept`.
    private List<Set<String>> sets(Set<String> kept, List<String> first) {
        double room = nodes.work(kept, cells) + nodes.work(nodes.names(), cells) * MOST_FLOAT;
        List<Set<String>> sets = new ArrayList<>(List.of(kept));
        for (String value : first) {
            Set<String> further = new LinkedHashSet<>(sets.getLast());
            boolean news = further.addAll(nodes.round(value));
            if (news && nodes.work(further, cells) <= room) sets.add(further);
        }
        return sets;
    }
}
