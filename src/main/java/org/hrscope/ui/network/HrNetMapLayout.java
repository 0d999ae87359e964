package org.hrscope.ui.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.Maps;
import org.hrscope.hrnet.Operation;
import org.hrscope.hrnet.Part;
import org.hrscope.hrnet.Part.Kind;
import org.hrscope.hrnet.PartNames;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.ui.network.MapLayout.Heading;
import org.hrscope.ui.network.MapLayout.Lane;
import org.hrscope.ui.network.MapNode.Box;
import org.jspecify.annotations.Nullable;

/// The layout of an HRNet as drawn in the paper (arXiv:1902.09212, figure 1). Exchange paths are lines with a bead for
/// their convolutions; the image is before the first lane, larger. Used once.
final class HrNetMapLayout {
    private static final double SIDE = 64;
    private static final double GAP = 26;
    private static final double EXCHANGE_GAP = 84;
    private static final double ROW_GAP = 26;
    private static final double PORTS = 9;

    /// Side of the image, in nodes.
    private static final double PICTURE = 1.75;

    private static final double BEAD = 4.5;
    private static final int FIRST_LANE = 1;

    private final HrNet net;
    private final String input;
    private final Map<String, Set<String>> values;
    private final double nodeWidth;
    private final double nodeHeight;
    private final Map<Integer, Double> columns = new HashMap<>();
    private final Map<String, MapNode> placed = new LinkedHashMap<>();
    private final List<MapLink> links = new ArrayList<>();
    private double width;

    private HrNetMapLayout(HrNet net, OnnxGraph graph) {
        this.net = net;
        input = graph.inputs().getFirst().name();
        values = valuesOf(net, graph);
        double scale = SIDE / Math.max(net.inputHeight(), net.inputWidth());
        nodeWidth = net.inputWidth() * scale;
        nodeHeight = net.inputHeight() * scale;
    }

    static MapLayout of(HrNet net, OnnxGraph graph) {
        return new HrNetMapLayout(net, graph).lay();
    }

    private MapLayout lay() {
        placeColumns();
        for (Part part : net.parts()) if (!isBead(part)) place(part);
        for (Part part : net.parts()) if (!isBead(part)) link(part);
        List<Lane> lanes = new ArrayList<>();
        int coarsest = net.parts().stream().mapToInt(Part::row).max().orElse(0);
        for (int row = FIRST_LANE; row <= coarsest; row++) {
            lanes.add(
                    new Lane(
                            row,
                            "1/" + (1 << row),
                            net.inputHeight() >> row,
                            net.inputWidth() >> row,
                            laneY(row) - ROW_GAP / 2,
                            nodeHeight + ROW_GAP));
        }
        return new MapLayout(
                net.spec().name(),
                net.spec().version() == HrNetSpec.Version.V2 ? "bilinear" : "nearest",
                new ArrayList<>(placed.values()),
                links,
                lanes,
                headings(),
                GAP,
                ROW_GAP,
                width,
                height());
    }

    private static boolean isBead(Part part) {
        return part.kind().crossesBranches() || part.kind() == Kind.RESIZED;
    }

    private double laneY(int row) {
        return ROW_GAP / 2 + (row - FIRST_LANE) * (nodeHeight + ROW_GAP);
    }

    private void placeColumns() {
        Map<Integer, Boolean> beads = new TreeMap<>();
        net.parts().forEach(p -> beads.merge(p.column(), isBead(p), (a, b) -> a && b));
        double x = 0;
        for (var column : beads.entrySet()) {
            columns.put(column.getKey(), x);
            if (column.getValue()) x += EXCHANGE_GAP - GAP;
            else x += (column.getKey() == 0 ? PICTURE * nodeWidth : nodeWidth) + GAP;
        }
        width = x - GAP;
    }

    private double height() {
        int coarsest = net.parts().stream().mapToInt(Part::row).max().orElse(0);
        return (coarsest - FIRST_LANE + 1) * (nodeHeight + ROW_GAP);
    }

    private void place(Part part) {
        double x = columns.getOrDefault(part.column(), 0.0);
        boolean picture = part.kind() == Kind.PICTURE;
        double scale = picture ? PICTURE : 1;
        Box box =
                new Box(
                        x,
                        laneY(Math.max(part.row(), FIRST_LANE)),
                        nodeWidth * scale,
                        nodeHeight * scale);
        placed.put(part.name(), node(part, box, false));
    }

    private MapNode node(Part part, Box box, boolean bead) {
        Maps maps = part.output().output();
        String kind = part.kind().name().toLowerCase(Locale.ROOT);
        return new MapNode(
                part.kind() == Kind.PICTURE ? input : part.name(),
                label(part),
                kind,
                String.valueOf(detail(part)),
                maps.shape(),
                values.getOrDefault(part.name(), Set.of()),
                part.parameters(),
                part.multiplyAdds(),
                part.column(),
                part.row(),
                box,
                bead);
    }

    /// For a branch its blocks, for upsampling its factor, for a down path its convolutions.
    private static long detail(Part part) {
        return switch (part.kind()) {
            case BRANCH ->
                    part.layers().stream()
                            .filter(l -> l.operation() instanceof Operation.Sum)
                            .count();
            case EXCHANGE_DOWN -> part.layers().size();
            case EXCHANGE_UP, RESIZED ->
                    part.layers().getLast().operation() instanceof Operation.Upsample up
                            ? up.factor()
                            : 1;
            default -> 0;
        };
    }

    private static String label(Part part) {
        String[] words = part.name().split("\\.");
        return switch (part.kind()) {
            case BRANCH, FUSED -> words[words.length - 2] + "." + words[words.length - 1];
            case STEM -> words[1];
            default -> part.name();
        };
    }

    private void link(Part part) {
        List<String> inputs = part.inputs();
        MapNode to = placed(part.name());
        int level = inputs.size() < 2 ? 0 : inputs.indexOf(sameRow(part));
        for (int i = 0; i < inputs.size(); i++) {
            Part source = net.part(inputs.get(i));
            double port = (i - level) * PORTS;
            if (!isBead(source)) {
                links.add(new MapLink(placed(source.name()), to, kind(source, part), null, port));
                continue;
            }
            MapNode from = placed(source.inputs().getFirst());
            MapNode bead = node(source, MapLink.bead(from.box(), to.box(), port, BEAD), true);
            placed.put(source.name(), bead);
            boolean down = source.kind() == Kind.EXCHANGE_DOWN;
            links.add(
                    new MapLink(from, to, down ? MapLink.Kind.DOWN : MapLink.Kind.UP, bead, port));
        }
    }

    private @Nullable String sameRow(Part part) {
        for (String name : part.inputs()) if (!isBead(net.part(name))) return name;
        return null;
    }

    private static MapLink.Kind kind(Part from, Part to) {
        if (to.kind() == Kind.FUSED || to.kind() == Kind.CONCATENATED) return MapLink.Kind.IDENTITY;
        boolean newBranch = to.kind() == Kind.TRANSITION && to.row() > from.row();
        return newBranch ? MapLink.Kind.DOWN : MapLink.Kind.FORWARD;
    }

    private MapNode placed(String part) {
        MapNode node = placed.get(part);
        if (node == null) throw new IllegalStateException("not placed yet: " + part);
        return node;
    }

    private List<Heading> headings() {
        Map<Heading, Heading> found = new LinkedHashMap<>();
        for (Part part : net.parts()) {
            if (isBead(part) || part.kind() == Kind.PICTURE) continue;
            Box box = placed(part.name()).box();
            Heading one = heading(part).over(box.x(), box.right());
            found.merge(
                    heading(part), one, (a, b) -> a.over(a.x(), Math.max(a.right(), b.right())));
        }
        return new ArrayList<>(found.values());
    }

    private Heading heading(Part part) {
        return switch (part.kind()) {
            case STEM -> new Heading("stem", 0, 0, 0, 0);
            case BOTTLENECK -> new Heading("layer1", 0, 0, 0, 0);
            case TRANSITION -> new Heading("transition", part.stage() - 1, 0, 0, 0);
            case BRANCH, FUSED -> {
                boolean several = net.spec().stage(part.stage()).modules() > 1;
                yield several
                        ? new Heading("module", part.stage(), part.module() + 1, 0, 0)
                        : new Heading("stage", part.stage(), 0, 0, 0);
            }
            default -> new Heading("head", 0, 0, 0, 0);
        };
    }

    private static Map<String, Set<String>> valuesOf(HrNet net, OnnxGraph graph) {
        PartNames parts = PartNames.of(net);
        Map<String, Set<String>> values = new HashMap<>();
        for (String value : graph.values()) {
            parts.of(value)
                    .ifPresent(
                            part -> values.computeIfAbsent(part, _ -> new HashSet<>()).add(value));
        }
        return values;
    }
}
