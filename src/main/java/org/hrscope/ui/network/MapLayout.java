package org.hrscope.ui.network;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The layout of a network: nodes from left to right by depth, one lane per resolution. Immutable.
///
/// @param lines    what the lines stand for: `nearest` or `bilinear`, an HRNet's upsampling, or `plain`
/// @param lanes    from fine to coarse
/// @param gap      minimum distance between neighbours in a row
/// @param under    minimum distance between neighbours in a column
/// @param headings above groups of columns; they do not overlap
public record MapLayout(
        String title,
        String lines,
        List<MapNode> nodes,
        List<MapLink> links,
        List<Lane> lanes,
        List<Heading> headings,
        double gap,
        double under,
        double width,
        double height) {

    /// A row of nodes at one resolution.
    ///
    /// @param label size relative to the image: `1/4`
    public record Lane(
            int row, String label, int mapHeight, int mapWidth, double y, double height) {}

    /// @param key of its text, `network.part.KEY`, which takes the two numbers as arguments
    public record Heading(String key, int number, int module, double x, double right) {
        Heading over(double from, double to) {
            return new Heading(key, number, module, from, to);
        }
    }

    public MapLayout {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        lanes = List.copyOf(lanes);
        headings = List.copyOf(headings);
    }

    public Optional<MapNode> node(@Nullable String name) {
        return nodes.stream().filter(n -> n.name().equals(name)).findFirst();
    }

    /// The nodes with all these words in their names, from the image to the heatmaps; none without words.
    public List<MapNode> named(String words) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        if (wanted.contains("")) return List.of();
        return nodes.stream()
                .filter(node -> {
                    String name = node.name().toLowerCase(Locale.ROOT);
                    return wanted.stream().allMatch(name::contains);
                })
                .sorted(Comparator.comparingInt(MapNode::column))
                .toList();
    }

    /// Its inputs, including beads, then its outputs.
    public List<MapNode> inputs(MapNode node) {
        return beside(node, MapLink::from, MapLink::to);
    }

    /// This node with its inputs and outputs; empty for null.
    Set<MapNode> near(@Nullable MapNode node) {
        Set<MapNode> near = new LinkedHashSet<>();
        if (node == null) return near;
        near.add(node);
        near.addAll(inputs(node));
        near.addAll(outputs(node));
        return near;
    }

    public List<MapNode> outputs(MapNode node) {
        return beside(node, MapLink::to, MapLink::from);
    }

    /// The beads of its links, where they have one, else what is at their other end.
    private List<MapNode> beside(
            MapNode node, Function<MapLink, MapNode> far, Function<MapLink, MapNode> near) {
        Set<MapNode> found = new LinkedHashSet<>();
        for (MapLink link : links) {
            if (near.apply(link) == node)
                found.add(link.via() == null ? far.apply(link) : link.via());
            if (link.via() == node) found.add(far.apply(link));
        }
        return List.copyOf(found);
    }

    /// By the name of any value computed in it.
    public Map<String, MapNode> owners() {
        Map<String, MapNode> owners = new HashMap<>();
        for (MapNode node : nodes) node.values().forEach(value -> owners.put(value, node));
        return owners;
    }
}
