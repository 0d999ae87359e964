package org.hrscope.ui.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hrscope.domain.Shape;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.ui.network.GraphGroups.Group;
import org.hrscope.ui.network.MapLayout.Lane;
import org.hrscope.ui.network.MapNode.Box;

/// A plain layout for any ONNX network: column by depth, lane by resolution, nodes of one cell stacked. Used once.
final class GraphMapLayout {
    private static final double SIDE = 64;
    private static final double GAP = 34;
    private static final double ROW_GAP = 26;

    private final OnnxGraph graph;
    private final Shape picture;
    private final double nodeWidth;
    private final double nodeHeight;

    private GraphMapLayout(OnnxGraph graph, Shape picture) {
        this.graph = graph;
        this.picture = picture;
        double scale = SIDE / Math.max(picture.size(2), picture.size(3));
        nodeWidth = picture.size(3) * scale;
        nodeHeight = picture.size(2) * scale;
    }

    /// @param shapes  of the graph's values, as far as known
    /// @param picture [1, 3, H, W]
    static MapLayout of(String title, OnnxGraph graph, Map<String, Shape> shapes, Shape picture) {
        return new GraphMapLayout(graph, picture).lay(title, GraphGroups.of(graph, shapes));
    }

    private MapLayout lay(String title, List<Group> groups) {
        Map<Group, Integer> columns = new HashMap<>();
        TreeMap<Integer, Integer> crowd = new TreeMap<>();
        Map<List<Integer>, Integer> places = new HashMap<>();
        Map<Group, Integer> positions = new HashMap<>();
        crowd.put(0, 1);
        places.put(List.of(0, 0), 1);
        for (Group group : groups) {
            int column = 1;
            for (Group before : group.inputs) {
                column = Math.max(column, columns.getOrDefault(before, 0) + 1);
            }
            columns.put(group, column);
            int place = places.merge(List.of(row(group.shape), column), 1, Integer::sum);
            positions.put(group, place - 1);
            crowd.merge(row(group.shape), place, Math::max);
        }
        List<Lane> lanes = lanes(crowd);
        List<MapNode> nodes = new ArrayList<>();
        String input = graph.inputs().getFirst().name();
        nodes.add(
                new MapNode(
                        input,
                        input,
                        "picture",
                        "",
                        picture,
                        Set.of(),
                        0,
                        0,
                        0,
                        0,
                        box(lanes, 0, 0, 0),
                        false));
        Map<Group, MapNode> placed = new HashMap<>();
        List<MapLink> links = new ArrayList<>();
        for (Group group : groups) {
            int column = columns.getOrDefault(group, 1);
            int row = row(group.shape);
            MapNode node =
                    new MapNode(
                            group.name,
                            group.name,
                            "operator",
                            String.join(" ", group.operators),
                            group.shape,
                            group.values,
                            group.parameters,
                            group.multiplyAdds,
                            column,
                            row,
                            box(lanes, row, column, positions.getOrDefault(group, 0)),
                            false);
            placed.put(group, node);
            nodes.add(node);
            Set<MapNode> sources = new LinkedHashSet<>();
            if (group.takesPicture) sources.add(nodes.getFirst());
            for (Group before : group.inputs) {
                MapNode source = placed.get(before);
                if (source != null) sources.add(source);
            }
            for (MapNode source : sources)
                links.add(new MapLink(source, node, kind(source, node), null, 0));
        }
        int deepest = nodes.stream().mapToInt(MapNode::column).max().orElse(0);
        Lane last = lanes.getLast();
        return new MapLayout(
                title,
                "plain",
                nodes,
                links,
                lanes,
                List.of(),
                GAP,
                ROW_GAP,
                (deepest + 1) * (nodeWidth + GAP) - GAP,
                last.y() + last.height());
    }

    private static MapLink.Kind kind(MapNode from, MapNode to) {
        if (from.row() == to.row() || from.row() == 0) return MapLink.Kind.FORWARD;
        return from.row() > to.row() ? MapLink.Kind.UP : MapLink.Kind.DOWN;
    }

    private int row(Shape shape) {
        double halvings = Math.log((double) picture.size(2) / shape.size(2)) / Math.log(2);
        return (int) Math.max(0, Math.round(halvings));
    }

    private List<Lane> lanes(SortedMap<Integer, Integer> crowd) {
        List<Lane> lanes = new ArrayList<>();
        double y = 0;
        for (var each : crowd.entrySet()) {
            int row = each.getKey();
            double height = each.getValue() * (nodeHeight + ROW_GAP);
            String label = row == 0 ? "1" : "1/" + (1 << row);
            lanes.add(
                    new Lane(
                            row, label, picture.size(2) >> row, picture.size(3) >> row, y, height));
            y += height;
        }
        return lanes;
    }

    private Box box(List<Lane> lanes, int row, int column, int place) {
        double top = lanes.stream().filter(l -> l.row() == row).findFirst().orElseThrow().y();
        return new Box(
                column * (nodeWidth + GAP),
                top + ROW_GAP / 2 + place * (nodeHeight + ROW_GAP),
                nodeWidth,
                nodeHeight);
    }
}
