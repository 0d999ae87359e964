package org.hrscope.ui.opening;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hrscope.hrnet.PartNames;

/// What layers of a file are called in a list: as the map calls the node that they belong to, and where several of one
/// node are listed, with what the file adds to it. Immutable.
record LayerNames(PartNames parts, Map<String, Long> counts) {
    LayerNames {
        counts = Map.copyOf(counts);
    }

    /// @param parts  of the network; none of a foreign one, whose map has the file's names
    /// @param listed all that may be in the list
    static LayerNames of(PartNames parts, Collection<String> listed) {
        return new LayerNames(
                parts,
                listed.stream()
                        .map(layer -> node(parts, layer))
                        .collect(
                                Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    private static String node(PartNames parts, String layer) {
        return parts.of(layer).orElse(layer);
    }

    String of(String layer) {
        String node = node(parts, layer);
        boolean alone = counts.getOrDefault(node, 1L) == 1;
        if (alone || layer.equals(node)) return node;
        // A shortcut or a joined layer has a name of its own.
        String rest = layer.startsWith(node + ".") ? layer.substring(node.length() + 1) : layer;
        return node + " · " + rest;
    }
}
