package org.hrscope.ui.network;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.inference.KernelTimes;

/// What each node of the map takes of one run.
///
/// @param nanos by the node's name; nodes that the runtime has dissolved into others are not there
/// @param other of kernels that belong to no node: changes of memory layout
/// @param whole of one run, from outside
public record BlockTimes(Map<String, Long> nanos, long other, long whole) {

    public BlockTimes {
        nanos = Map.copyOf(nanos);
    }

    static BlockTimes of(OpenedNetwork network, KernelTimes kernels) {
        Map<String, Long> nanos = new HashMap<>();
        long other = 0;
        for (var kernel : kernels.nanos().entrySet()) {
            MapNode node = network.kernels().get(kernel.getKey());
            if (node == null) other += kernel.getValue();
            else nanos.merge(node.name(), kernel.getValue(), Long::sum);
        }
        return new BlockTimes(nanos, other, kernels.whole());
    }

    double millis(MapNode node) {
        return nanos.getOrDefault(node.name(), 0L) / 1e6;
    }

    /// Multiply-adds of 10^9 a second; 0 where nothing is known.
    double gigaPerSecond(MapNode node) {
        long took = nanos.getOrDefault(node.name(), 0L);
        return took == 0 ? 0 : node.multiplyAdds() / (double) took;
    }

    double longestMillis() {
        return nanos.values().stream().mapToLong(Long::longValue).max().orElse(1) / 1e6;
    }

    /// The nodes that take time, the longest first.
    List<MapNode> byTime(NetworkMap map) {
        return map.nodes().stream()
                .filter(node -> nanos.containsKey(node.name()))
                .sorted(Comparator.comparingDouble(this::millis).reversed())
                .toList();
    }
}
