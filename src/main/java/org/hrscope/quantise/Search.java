package org.hrscope.quantise;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Problem;

/// Which nodes stay float so that the joints move no further than is wished: the values that rounding hurts most are left
/// alone, twice as many each time. Where the wish cannot be met, the fewest nodes that do most are taken.
///
/// @param cells height times width, by value
/// @param trial the mean loss where these nodes are float
record Search(WholeNodes nodes, Map<String, Integer> cells, Trial trial) {
    /// The share of multiply-adds that may stay float: more would cost what the others gain.
    private static final double MOST_FLOAT = 0.1;

    /// More float nodes must lose less than this share of what fewer lose.
    private static final double WORTHWHILE = 0.9;

    interface Trial {
        double pixels(Set<String> kept) throws Problem, InterruptedException;
    }

    /// @param kept   float in any case
    /// @param pixels what is lost with these
    /// @param worst  values, the worst first
    Set<String> from(Set<String> kept, double pixels, double wish, List<String> worst)
            throws Problem, InterruptedException {
        double room = nodes.work(kept, cells) + nodes.work(nodes.names(), cells) * MOST_FLOAT;
        Set<String> best = kept;
        Set<String> tried = kept;
        double least = pixels;
        Iterator<String> next = worst.iterator();
        for (int more = 1; least > wish && next.hasNext(); more *= 2) {
            Set<String> with = new LinkedHashSet<>(tried);
            for (int added = 0; added < more && next.hasNext(); ) {
                Set<String> further = new LinkedHashSet<>(with);
                boolean news = further.addAll(nodes.round(next.next()));
                if (!news || nodes.work(further, cells) > room) continue;
                with = further;
                added++;
            }
            if (with.equals(tried)) break;
            tried = with;
            double loss = trial.pixels(tried);
            if (loss > least * WORTHWHILE && loss > wish) continue;
            least = loss;
            best = tried;
        }
        return best;
    }
}
