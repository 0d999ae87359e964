package org.hrscope.ui.lessons;

import java.util.List;

/// A question about the frame on stage, with what the network itself answered. Immutable.
///
/// @param options joints by their index, or resolutions from 0, the finest
/// @param right   index of the right option
/// @param path    the exchange path cut; empty for shares
/// @param amounts per option: how far the joint moves in pixels, NaN if it disappears; or the share of the peak
public record Prediction(
        Kind kind, List<Integer> options, int right, String path, List<Double> amounts) {

    /// What is asked.
    public enum Kind {
        /// which joint moves farthest when a path is cut
        MOVES,
        /// which resolution holds the largest share of a joint's peak
        SHARES,
        /// how many clicks teach a joint; its options are the lesson's
        CLICKS
    }

    /// For what the lesson itself knows the answer to.
    static Prediction authored(Kind kind, int right) {
        return new Prediction(kind, List.of(), right, "", List.of());
    }

    public Prediction {
        options = List.copyOf(options);
        amounts = List.copyOf(amounts);
    }

    /// The right option.
    int answer() {
        return options.get(right);
    }
}
