package org.hrscope.ui.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A network laid out as a picture: nodes from left to right in the order of depth, one lane for each resolution.
/// Immutable.
///
/// @param lines    how its lines are meant: `nearest`, `bilinear` after the up-sampling of an HRNet, or `plain`
/// @param lanes    from fine to coarse
/// @param gap      between neighbours of a row, at least
/// @param headings over groups of columns; they do not overlap
public record NetworkMap(
        String title,
        String lines,
        List<MapNode> nodes,
        List<MapLink> links,
        List<Lane> lanes,
        List<Heading> headings,
        double gap,
        double width,
        double height) {

    /// A row of one resolution.
    ///
    /// @param label its share of the picture's side: `1/4`
    public record Lane(
            int row, String label, int mapHeight, int mapWidth, double y, double height) {}

    /// @param key of its text, `network.part.KEY`, which takes the two numbers
    public record Heading(String key, int number, int module, double x, double right) {
        Heading over(double from, double to) {
            return new Heading(key, number, module, from, to);
        }
    }

    public NetworkMap {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        lanes = List.copyOf(lanes);
        headings = List.copyOf(headings);
    }

    public Optional<MapNode> node(@Nullable String name) {
        return nodes.stream().filter(n -> n.name().equals(name)).findFirst();
    }

    /// Those it takes values from, beads among them, then those that take its values.
    public List<MapNode> inputs(MapNode node) {
        Set<MapNode> found = new LinkedHashSet<>();
        for (MapLink link : links) {
            if (link.to() == node) found.add(link.via() == null ? link.from() : link.via());
            if (link.via() == node) found.add(link.from());
        }
        return new ArrayList<>(found);
    }

    public List<MapNode> outputs(MapNode node) {
        Set<MapNode> found = new LinkedHashSet<>();
        for (MapLink link : links) {
            if (link.from() == node) found.add(link.via() == null ? link.to() : link.via());
            if (link.via() == node) found.add(link.to());
        }
        return new ArrayList<>(found);
    }

    /// By the name of any value worked out within it.
    public Map<String, MapNode> owners() {
        Map<String, MapNode> owners = new HashMap<>();
        for (MapNode node : nodes) node.values().forEach(value -> owners.put(value, node));
        return owners;
    }
}
