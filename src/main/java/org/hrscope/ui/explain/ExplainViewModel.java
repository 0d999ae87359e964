package org.hrscope.ui.explain;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxRounding;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.network.BlockTimes;
import org.hrscope.ui.network.MapNode;
import org.hrscope.ui.network.OpenedNetwork;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// What the tab explains: the selected node, or the stage if there is none; updated with selection, network, times and
/// language. FX thread.
public final class ExplainViewModel {
    /// Prefix of links to nodes of the map.
    static final String NODE = "node:";

    private final ObservableValue<@Nullable OpenedNetwork> network;
    private final ObjectProperty<@Nullable String> node;
    private final ObservableValue<@Nullable BlockTimes> times;
    private final Explainer explainer;
    private final BiConsumer<Set<String>, Glance> requests;
    private final Executor fx;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable RoundedValue> example =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> explanation =
            new ReadOnlyObjectWrapper<>();

    /// @param requests requests values by name, read in place on another thread; no names to stop
    /// @param fx       runs what is for the FX thread
    public ExplainViewModel(
            ObservableValue<@Nullable OpenedNetwork> network,
            Selection selection,
            ObservableValue<@Nullable BlockTimes> times,
            Texts texts,
            BiConsumer<Set<String>, Glance> requests,
            Executor fx) {
        this.network = network;
        this.requests = requests;
        this.fx = fx;
        node = selection.nodeProperty();
        this.times = times;
        explainer = new Explainer(texts);
        Changes.now(() -> explanation.set(now()), network, node, times, texts.languageProperty());
        Changes.of(this::ask, network, node, active);
    }

    /// One number of the next frame: a row of changing ones could not be read.
    private void ask() {
        example.set(null);
        requests.accept(Set.of(), (result, values) -> {});
        OpenedNetwork opened = network.getValue();
        RoundedNetwork rounded = opened == null ? null : opened.rounded();
        String name = node.get();
        if (rounded == null || name == null || !active.get()) return;
        String exact = rounded.exact().get(name);
        OnnxRounding rounding = rounded.roundings().get(name);
        if (exact == null || rounding == null) return;
        requests.accept(
                Set.of(exact),
                (result, values) -> {
                    Tensor tensor = values.get(exact);
                    if (tensor == null) return;
                    long frame = result.frame().origin().index();
                    RoundedValue value = RoundedValue.of(tensor, rounding, frame);
                    fx.execute(() -> take(opened, name, value));
                });
    }

    private void take(OpenedNetwork of, String name, RoundedValue value) {
        if (network.getValue() != of || !name.equals(node.get())) return;
        if (example.get() != null) return;
        example.set(value);
        requests.accept(Set.of(), (result, values) -> {});
    }

    /// Null where nothing is rounded, and until a frame came.
    ReadOnlyObjectProperty<@Nullable RoundedValue> exampleProperty() {
        return example.getReadOnlyProperty();
    }

    /// Whether the explanation is visible.
    BooleanProperty activeProperty() {
        return active;
    }

    /// Null before the first network.
    public ReadOnlyObjectProperty<@Nullable Explanation> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    private @Nullable Explanation now() {
        OpenedNetwork opened = network.getValue();
        if (opened == null) return null;
        MapNode at = opened.map().node(node.get()).orElse(null);
        return at == null ? explainer.stage(opened) : explainer.node(opened, at, times.getValue());
    }

    /// Back to the stage.
    void leaveNode() {
        node.set(null);
    }

    /// @param link `node:stage2.0.branches.1`
    /// @return whether it leads to a node
    boolean follow(String link) {
        if (!link.startsWith(NODE)) return false;
        node.set(link.substring(NODE.length()));
        return true;
    }
}
