package org.hrscope.ui.inspector;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.hrscope.ablation.Gains;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Part;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.people.People;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.pipeline.Alteration;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ChannelGrid;
import org.hrscope.pixels.ChannelOrder;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// What the selected node holds while the inspector is open on it, and how it is displayed. FX thread; maps are copied
/// and coloured on the delivering thread and pulled by [#pulse()].
public final class InspectorViewModel {

    /// A node's maps and their colours, made together.
    ///
    /// @param altered in the pass that the maps are of; null for nothing
    public record Shown(
            NodeMaps maps, ChannelGrid grid, Colouring colouring, @Nullable Alteration altered) {
        /// Those of the gains that are set: none where the pass was without, as when one with them cannot be run.
        Gains gains(Gains set) {
            return altered == null || altered.gates().isEmpty() ? Gains.NONE : set;
        }
    }

    private final BiConsumer<Set<String>, Glance> requests;
    private final Executor painter;
    private final ObservableBooleanValue paused;
    private final Selection selection;
    private final ReadOnlyObjectWrapper<@Nullable String> node = new ReadOnlyObjectWrapper<>();
    private final ObservableValue<@Nullable HrNet> network;
    private final ObservableValue<Boolean> nobody;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Integer>> places =
            new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty channel;
    private final ObjectProperty<ChannelOrder> order =
            new SimpleObjectProperty<>(ChannelOrder.INDEX);
    private final ObjectProperty<Colouring> colouring = new SimpleObjectProperty<>(Colouring.USUAL);
    private final BooleanProperty overPicture = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable PinnedMap> pinned = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable MapCell> cell = new SimpleObjectProperty<>();
    private @Nullable MapCell kept;
    private final AtomicReference<@Nullable Shown> ready = new AtomicReference<>();
    private volatile Colouring wanted = Colouring.USUAL;

    /// @param requests requests values by name, read in place on another thread; no names to stop
    /// @param painter  recolours maps
    /// @param paused   whether the stage is paused
    /// @param network  the one in use, if it is an HRNet
    public InspectorViewModel(
            BiConsumer<Set<String>, Glance> requests,
            Executor painter,
            ObservableBooleanValue paused,
            Selection selection,
            ObservableValue<@Nullable HrNet> network) {
        this.requests = requests;
        this.painter = painter;
        this.paused = paused;
        this.selection = selection;
        this.network = network;
        nobody = selection.peopleProperty().map(People::isEmpty);
        channel = selection.channelProperty();
        order.subscribe((_, _) -> sort());
        selection.jointProperty().subscribe((_, _) -> sort());
        selection.nodeProperty().addListener(changed -> follow());
        selection.openedProperty().addListener(changed -> follow());
        network.subscribe((_, _) -> {
            String open = node.get();
            if (open != null) ask(open);
        });
        paused.subscribe((_, _) -> sort());
        colouring.subscribe((_, now) -> paintAnew(now));
    }

    private void follow() {
        String now = selection.openedProperty().get() ? selection.nodeProperty().get() : null;
        if (Objects.equals(now, node.get())) return;
        node.set(now);
        kept = null;
        cell.set(null);
        // Else the former node's figures would stand under the new name.
        shown.set(null);
        if (now != null) {
            ask(now);
            return;
        }
        overPicture.set(false);
        requests.accept(Set.of(), (result, values) -> {});
    }

    private void ask(String name) {
        Set<String> names = new HashSet<>(inputs(name));
        names.add(name);
        requests.accept(names, new Reading(name));
    }

    void open(String name) {
        selection.open(name);
    }

    public void close() {
        selection.openedProperty().set(false);
    }

    /// Closes the inspector, or opens it on the selected node; where none is, on the last before the head.
    public void toggle() {
        HrNet net = network.getValue();
        String selected = selection.nodeProperty().get();
        if (node.get() != null) close();
        else if (selected != null) open(selected);
        else if (net != null) open(net.parts().getLast().inputs().getFirst());
    }

    /// The open node's part of the network, if known.
    @Nullable Part part() {
        HrNet net = network.getValue();
        if (net == null) return null;
        return net.parts().stream()
                .filter(p -> p.name().equals(node.get()))
                .findFirst()
                .orElse(null);
    }

    private List<String> inputs(String name) {
        HrNet net = network.getValue();
        if (net == null) return List.of();
        return net.parts().stream()
                .filter(p -> p.name().equals(name))
                .flatMap(p -> p.inputs().stream())
                .toList();
    }

    /// Copies and paints what the follower delivers, on its thread.
    private final class Reading implements Glance {
        private final String name;

        Reading(String name) {
            this.name = name;
        }

        @Override
        public void at(PipelineResult result, Map<String, Tensor> values) {
            at(result, values, null);
        }

        @Override
        public void at(
                PipelineResult result, Map<String, Tensor> values, @Nullable Alteration altered) {
            NodeMaps maps = NodeMaps.of(name, result, values);
            if (maps != null) ready.set(painted(maps, wanted, altered));
        }
    }

    private static Shown painted(NodeMaps maps, Colouring colouring, @Nullable Alteration altered) {
        ChannelGrid grid = ChannelGrid.paint(maps.maps(), c -> maps.scale(c, colouring));
        return new Shown(maps, grid, colouring, altered);
    }

    private void paintAnew(Colouring now) {
        wanted = now;
        Shown before = shown.get();
        if (before == null) return;
        // Anything that arrived meanwhile is newer; the new colouring applies from the next one on.
        painter.execute(() -> ready.compareAndSet(null, painted(before.maps, now, before.altered)));
    }

    /// Takes the newest maps, once per pulse.
    public void pulse() {
        Shown newest = ready.getAndSet(null);
        if (newest == null || !newest.maps.node().equals(node.get())) return;
        Shown before = shown.get();
        boolean other = before == null || !before.maps.node().equals(newest.maps.node());
        Frame.Origin frame = newest.maps.frame();
        boolean same = before != null && before.maps.frame().equals(frame);
        MapCell at = cell.get();
        boolean within =
                at != null
                        && at.x() < newest.maps.maps().width()
                        && at.y() < newest.maps.maps().height();
        if (!within) {
            kept = null;
            cell.set(null);
        }
        int last = newest.maps.maps().channels() - 1;
        if (channel.get() > last) channel.set(0);
        shown.set(newest);
        // The order is kept while playing, or tiles would jump around.
        if (other || same || paused.get()) sort();
        if (newest.colouring != wanted) paintAnew(wanted);
    }

    private void sort() {
        Shown now = shown.get();
        if (now == null) return;
        int[] sorted = now.maps.order(order.get(), selection.jointProperty().get());
        places.set(Arrays.stream(sorted).boxed().toList());
    }

    /// The channel this many places further in the current order.
    public void step(int by) {
        List<Integer> all = places.get();
        if (all.isEmpty()) return;
        int place = all.indexOf(channel.get());
        channel.set(all.get(Math.clamp(place + by, 0, all.size() - 1)));
    }

    /// Pins the current channel, or releases the pinned one.
    public void togglePin() {
        Shown now = shown.get();
        if (pinned.get() != null) pinned.set(null);
        else if (now != null) pinned.set(PinnedMap.of(now.maps, channel.get()));
    }

    /// The cell under the pointer; null once it has left, when the kept one is shown again.
    public void point(@Nullable MapCell at) {
        cell.set(at == null ? kept : at);
    }

    /// Keeps the cell for when the pointer leaves; the kept one is let go.
    public void keep(MapCell at) {
        kept = at.equals(kept) ? null : at;
        cell.set(at);
    }

    /// The receptive field of the hovered cell in the crop (`image`) and its window in each input; empty if there is no
    /// cell or no HRNet.
    Map<String, ReceptiveWindow> windows() {
        HrNet net = network.getValue();
        MapCell at = cell.get();
        String name = node.get();
        if (net == null || at == null || name == null || part() == null) return Map.of();
        return ReceptiveWindow.of(net, name, at.x(), at.y());
    }

    /// The selected channel's map; null before the first.
    @Nullable FeatureMaps map() {
        Shown now = shown.get();
        return now == null ? null : now.maps.maps().channel(channel.get());
    }

    /// Whether nobody is in view, so that nothing is computed.
    ObservableValue<Boolean> nobodyProperty() {
        return nobody;
    }

    /// Name of the open node; null for none.
    public ReadOnlyObjectProperty<@Nullable String> nodeProperty() {
        return node.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ObservableValue<@Nullable HrNet> networkProperty() {
        return network;
    }

    /// The channels in display order.
    public ReadOnlyObjectProperty<List<Integer>> placesProperty() {
        return places.getReadOnlyProperty();
    }

    public IntegerProperty channelProperty() {
        return channel;
    }

    public ObjectProperty<ChannelOrder> orderProperty() {
        return order;
    }

    public ObjectProperty<Colouring> colouringProperty() {
        return colouring;
    }

    /// Whether the selected channel is overlaid on the stage.
    public BooleanProperty overPictureProperty() {
        return overPicture;
    }

    public ObjectProperty<@Nullable PinnedMap> pinnedProperty() {
        return pinned;
    }

    public ObjectProperty<@Nullable MapCell> cellProperty() {
        return cell;
    }
}
