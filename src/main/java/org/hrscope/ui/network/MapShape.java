package org.hrscope.ui.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.ui.network.MapLayout.Heading;
import org.hrscope.ui.network.MapLayout.Lane;
import org.hrscope.ui.network.MapNode.Box;

/// Fits a layout to the shape of its dock. Nodes keep their size, so they get larger on screen where the others close
/// up: in a wide dock the rows, before the columns move apart; in a tall one the columns, before the rows move apart.
/// Used once.
final class MapShape {
    /// The least distances between two columns and two rows, in map units.
    private static final double LEAST_GAP = 14;

    private static final double LEAST_UNDER = 9;
    private static final double WIDEST = 1.9;
    private static final double TALLEST = 1.9;

    private final MapLayout map;
    private final double nodeWidth;
    private final double nodeHeight;
    private final double across;
    private final double down;

    private MapShape(MapLayout map, double aspect) {
        this.map = map;
        List<MapNode> pictures = map.nodes().stream().filter(node -> !node.bead()).toList();
        nodeWidth = pictures.stream().mapToDouble(n -> n.box().width()).min().orElse(1);
        nodeHeight = pictures.stream().mapToDouble(n -> n.box().height()).min().orElse(1);
        double lastColumn = Math.max(1, map.width() - nodeWidth);
        double narrowest = Math.min(1, (nodeWidth + LEAST_GAP) / (nodeWidth + map.gap()));
        double lowest = Math.min(1, (nodeHeight + LEAST_UNDER) / (nodeHeight + map.under()));
        double height = map.height() * Math.clamp(map.width() / aspect / map.height(), lowest, 1);
        across = Math.clamp((aspect * height - nodeWidth) / lastColumn, narrowest, WIDEST);
        down = Math.clamp(width() / aspect / map.height(), lowest, TALLEST);
    }

    /// @param aspect width / height of the available space
    static MapLayout of(MapLayout map, double aspect) {
        return new MapShape(map, aspect).lay();
    }

    private double width() {
        return (map.width() - nodeWidth) * across + nodeWidth;
    }

    private MapLayout lay() {
        Map<MapNode, MapNode> moved = new HashMap<>();
        for (MapNode node : map.nodes()) if (!node.bead()) moved.put(node, moved(node));
        for (MapLink link : map.links()) {
            MapNode bead = link.via();
            if (bead != null) moved.put(bead, bead.at(bead(link, bead, moved)));
        }
        return new MapLayout(
                map.title(),
                map.lines(),
                map.nodes().stream().map(node -> now(moved, node)).toList(),
                map.links().stream().map(link -> link.between(node -> now(moved, node))).toList(),
                map.lanes().stream().map(this::moved).toList(),
                map.headings().stream().map(this::moved).toList(),
                (nodeWidth + map.gap()) * across - nodeWidth,
                (nodeHeight + map.under()) * down - nodeHeight,
                width(),
                map.height() * down);
    }

    private static MapNode now(Map<MapNode, MapNode> moved, MapNode node) {
        return moved.getOrDefault(node, node);
    }

    private static Box bead(MapLink link, MapNode bead, Map<MapNode, MapNode> moved) {
        return MapLink.bead(
                now(moved, link.from()).box(),
                now(moved, link.to()).box(),
                link.port(),
                bead.box().width() / 2);
    }

    /// The image is larger than other nodes and level with them at the top.
    private MapNode moved(MapNode node) {
        Box box = node.box();
        double y = (box.y() + nodeHeight / 2) * down - nodeHeight / 2;
        return node.at(new Box(box.x() * across, y, box.width(), box.height()));
    }

    private Lane moved(Lane lane) {
        return new Lane(
                lane.row(),
                lane.label(),
                lane.mapHeight(),
                lane.mapWidth(),
                lane.y() * down,
                lane.height() * down);
    }

    private Heading moved(Heading heading) {
        return heading.over(
                heading.x() * across, (heading.right() - nodeWidth) * across + nodeWidth);
    }
}
