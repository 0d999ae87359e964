package org.hrscope.bundle;

import java.util.List;

/// Joints that were taught to the network and not kept in a file: with the network's own file they make the same
/// network again.
///
/// @param all    whether they are read from all branches, or from the last features alone
/// @param joints in the order of their heatmaps, after the network's own
public record SharedTaught(boolean all, List<Joint> joints) {
    private static final int MOST = 64;
    private static final int MOST_WEIGHTS = 8192;

    /// @param tied    name of the joint its limb is drawn to; empty for none
    /// @param weights one for each feature channel
    public record Joint(String name, String tied, double bias, List<Double> weights) {

        /// @throws IllegalArgumentException if it has no name, or a weight is not a number
        public Joint {
            if (name == null || name.isBlank()) throw new IllegalArgumentException("joint");
            if (tied == null) tied = "";
            weights = List.copyOf(weights);
            boolean finite = weights.stream().allMatch(Double::isFinite) && Double.isFinite(bias);
            if (!finite || weights.isEmpty() || weights.size() > MOST_WEIGHTS)
                throw new IllegalArgumentException("weights of " + name);
        }
    }

    /// @throws IllegalArgumentException if there are none, or far too many
    public SharedTaught {
        joints = List.copyOf(joints);
        if (joints.isEmpty() || joints.size() > MOST) throw new IllegalArgumentException("joints");
    }
}
