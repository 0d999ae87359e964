package org.hrscope.ui.network;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.inference.KernelTimes;

/// Time of one run spent in each node.
///
/// @param nanos by node name; nodes the runtime fused into others are missing
/// @param other kernels that belong to no node: memory layout changes
/// @param whole one run, measured from outside
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

    /// In 10^9 multiply-adds per second; 0 if unknown.
    double gigaPerSecond(MapNode node) {
        long took = nanos.getOrDefault(node.name(), 0L);
        return took == 0 ? 0 : node.multiplyAdds() / (double) took;
    }

    double longestMillis() {
        return nanos.values().stream().mapToLong(Long::longValue).max().orElse(1) / 1e6;
    }

    /// The nodes that take time, slowest first.
    List<MapNode> byTime(MapLayout map) {
        return map.nodes().stream()
                .filter(node -> nanos.containsKey(node.name()))
                .sorted(Comparator.comparingDouble(this::millis).reversed())
                .toList();
    }
}
