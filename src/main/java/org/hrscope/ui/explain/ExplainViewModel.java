package org.hrscope.ui.explain;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
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
    private final ReadOnlyObjectWrapper<@Nullable Explanation> explanation =
            new ReadOnlyObjectWrapper<>();

    public ExplainViewModel(
            ObservableValue<@Nullable OpenedNetwork> network,
            Selection selection,
            ObservableValue<@Nullable BlockTimes> times,
            Texts texts) {
        this.network = network;
        node = selection.nodeProperty();
        this.times = times;
        explainer = new Explainer(texts);
        Runnable renew = () -> explanation.set(now());
        Changes.of(renew, network, node, times, texts.languageProperty());
        renew.run();
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
