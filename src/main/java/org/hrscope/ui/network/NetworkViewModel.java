package org.hrscope.ui.network;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.Gate;
import org.hrscope.ablation.Gates;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Task;
import org.hrscope.hrnet.Grown;
import org.hrscope.people.FinderView;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ChannelAlarm;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.lab.InnerGains;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.network.MapNode.Box;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// The map's state: network, the selected node in it, what thumbnails show, measured times. FX thread.
public final class NetworkViewModel {
    /// Stands for the mean over all channels.
    public static final int MEAN = -1;

    /// Assumed until the dock has a size.
    private static final double USUAL_ASPECT = 5;

    /// Direction of a keyboard move.
    public enum Direction {
        LEFT,
        RIGHT,
        UP,
        DOWN
    }

    private final ReadOnlyObjectWrapper<@Nullable OpenedNetwork> network =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable MapLayout> map = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable BlockTimes> times = new ReadOnlyObjectWrapper<>();
    private final Selection selection;
    private final Lab lab;
    private final IntegerProperty channel = new SimpleIntegerProperty(MEAN);
    private final BooleanProperty timesShown = new SimpleBooleanProperty();
    private final BooleanProperty finderWanted = new SimpleBooleanProperty();
    private final ObjectProperty<Set<String>> different = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Gains> shownGains = new SimpleObjectProperty<>(Gains.NONE);
    private final Map<String, ChannelAlarm> alarms = new HashMap<>();
    private @Nullable FinderView finder;
    private double aspect = USUAL_ASPECT;

    public NetworkViewModel(Selection selection, Lab lab) {
        this.selection = selection;
        this.lab = lab;
        shownGains.bind(lab.cuts().gainsProperty());
    }

    /// The map drawn; null before the first network.
    public ReadOnlyObjectProperty<@Nullable OpenedNetwork> networkProperty() {
        return network.getReadOnlyProperty();
    }

    /// Whether the map is to show the person finder instead of the pose network.
    public BooleanProperty finderWantedProperty() {
        return finderWanted;
    }

    /// Whether the map shows the person finder.
    boolean showsFinder() {
        return finder != null;
    }

    /// The result on stage as the network on the map sees it: the finder takes the whole image instead of a person's
    /// crop.
    ///
    /// @return the same frame, not another reference
    public PipelineResult seen(PipelineResult result) {
        return finder == null ? result : result.seenBy(finder);
    }

    /// The network's layout, in the shape of the dock; null before the first network.
    ReadOnlyObjectProperty<@Nullable MapLayout> mapProperty() {
        return map.getReadOnlyProperty();
    }

    @Nullable MapLayout map() {
        return map.get();
    }

    /// Lays the map out again for a room of this width / height.
    void shape(double wanted) {
        OpenedNetwork open = network.get();
        if (wanted == aspect) return;
        aspect = wanted;
        if (open != null) map.set(MapShape.of(open.map(), aspect));
    }

    /// What is untrained in it; null unless it was grown.
    @Nullable Grown grown() {
        OpenedNetwork open = network.get();
        return open == null ? null : open.grown();
    }

    /// What rounding does to it; null unless it is quantised.
    @Nullable RoundedNetwork rounded() {
        OpenedNetwork open = network.get();
        return open == null ? null : open.rounded();
    }

    /// The selection survives if the new network has a node of that name.
    void show(OpenedNetwork opened) {
        times.set(null);
        alarms.clear();
        different.set(Set.of());
        ModelInfo info = opened.file().info();
        finder = info.task() != Task.POSE ? new FinderView(info) : null;
        lab.cuts().onMapProperty().set(finder == null);
        var node = selection.nodeProperty();
        if (opened.map().node(node.get()).isEmpty()) node.set(null);
        map.set(MapShape.of(opened.map(), aspect));
        network.set(opened);
    }

    /// Whether the map has a node of this name, or no map has been read yet: then [#show] decides.
    public boolean knows(@Nullable String name) {
        MapLayout now = map();
        return now == null || now.node(name).isPresent();
    }

    /// The nodes that differ from the reference compared with.
    ObjectProperty<Set<String>> differentProperty() {
        return different;
    }

    void compared(List<String> nodes) {
        different.set(Set.copyOf(nodes));
    }

    /// What was found in the values last seen, by node.
    Map<String, ChannelAlarm> alarms() {
        return alarms;
    }

    Selection selection() {
        return selection;
    }

    Lab lab() {
        return lab;
    }

    /// The gains in the values shown: those that are set, unless something else is bound to it.
    public ObjectProperty<Gains> shownGainsProperty() {
        return shownGains;
    }

    /// What is suspicious in a node, besides what is cut.
    Optional<ChannelAlarm> alarm(MapNode node) {
        ChannelAlarm found = alarms.get(node.name());
        if (found == null) return Optional.empty();
        int silent =
                cuttable() ? new InnerGains(lab.cuts(), shownGains.get()).silent(node.name()) : 0;
        return Optional.of(found.without(silent)).filter(ChannelAlarm::any);
    }

    /// Whether the network on the map is the one that cuts are for.
    boolean cuttable() {
        OpenedNetwork open = network.get();
        return open != null && lab.cuts().isOf(open.file());
    }

    /// What the lab writes on the map.
    MapMarks marks() {
        MapLayout map = map();
        if (map == null || !cuttable()) return MapMarks.NONE;
        return MapMarks.of(map, lab, shownGains.get(), selection.jointProperty().get());
    }

    /// Cuts the node, or restores it.
    void cut(MapNode node) {
        if (cuttable()) lab.cuts().toggle(node.name());
    }

    /// Whether a click cuts it: an exchange path.
    boolean isPath(MapNode node) {
        return node.bead()
                && cuttable()
                && lab.cuts().gate(node.name()).filter(g -> g.kind() == Gate.Kind.PATH).isPresent();
    }

    /// Blocks inside a node, and its own part in the sum of its row.
    List<Gate> inside(MapNode node) {
        Gates gates = lab.cuts().gatesProperty().get();
        if (gates == null || !cuttable()) return List.of();
        Optional<Gate> own = gates.find(node.name());
        return gates.all().stream()
                .filter(gate -> node.values().contains(gate.at().value()))
                .filter(gate ->
                        gate.kind() == Gate.Kind.RESIDUAL || gate.kind() == Gate.Kind.IDENTITY)
                .filter(gate -> !own.filter(gate::equals).isPresent())
                .toList();
    }

    Optional<MapNode> selectedNode() {
        MapLayout map = map();
        return map == null ? Optional.empty() : map.node(selection.nodeProperty().get());
    }

    /// The channel shown in the thumbnails, or [#MEAN].
    public IntegerProperty channelProperty() {
        return channel;
    }

    /// Time per node; null before it was measured.
    public ReadOnlyObjectProperty<@Nullable BlockTimes> timesProperty() {
        return times.getReadOnlyProperty();
    }

    /// Whether the map shows the times.
    BooleanProperty timesShownProperty() {
        return timesShown;
    }

    @Nullable BlockTimes shownTimes() {
        return timesShown.get() ? times.get() : null;
    }

    void measured(BlockTimes measured) {
        times.set(measured);
    }

    /// Left and right follow the links, within the row if one leads on; up and down go to the nearest node.
    ///
    /// @param aside prefers links that leave the row
    void step(Direction step, boolean aside) {
        MapLayout map = map();
        if (map == null) return;
        MapNode from = selectedNode().orElse(null);
        if (from == null) {
            selection.nodeProperty().set(map.nodes().getFirst().name());
            return;
        }
        Optional<MapNode> to =
                switch (step) {
                    case LEFT -> along(from, map.inputs(from), aside);
                    case RIGHT -> along(from, map.outputs(from), aside);
                    case UP -> across(from, map.nodes(), -1);
                    case DOWN -> across(from, map.nodes(), 1);
                };
        to.ifPresent(node -> selection.nodeProperty().set(node.name()));
    }

    private static Optional<MapNode> along(MapNode from, List<MapNode> nodes, boolean aside) {
        Comparator<MapNode> pictures =
                Comparator.comparingInt(node -> node.bead() == aside ? 0 : 1);
        return nodes.stream()
                .min(pictures.thenComparingInt(node -> Math.abs(node.row() - from.row())));
    }

    private static Optional<MapNode> across(MapNode from, List<MapNode> nodes, int direction) {
        Box at = from.box();
        return nodes.stream()
                .filter(node -> node.bead() == from.bead())
                .filter(node -> (node.box().centerY() - at.centerY()) * direction > 1)
                .min(Comparator.comparingDouble(node -> distance(at, node.box())));
    }

    /// Horizontal distance weighs more, so that moves stay in the column.
    private static double distance(Box a, Box b) {
        return 3 * Math.abs(a.centerX() - b.centerX()) + Math.abs(a.centerY() - b.centerY());
    }
}
