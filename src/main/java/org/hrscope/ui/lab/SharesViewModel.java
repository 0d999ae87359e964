package org.hrscope.ui.lab;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.hrscope.ablation.PeakShares;
import org.hrscope.ablation.Shares;
import org.hrscope.domain.Tensor;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// Where the selected joint's peak comes from, while that is on screen. FX thread; shares are added up on the
/// delivering thread and pulled by [#pulse()].
public final class SharesViewModel {
    private final BiConsumer<Set<String>, Glance> requests;
    private final Selection selection;
    private final ObservableValue<@Nullable Dissected> network;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable PeakShares> peak = new ReadOnlyObjectWrapper<>();
    private final AtomicReference<@Nullable PeakShares> ready = new AtomicReference<>();
    private volatile boolean unsplit;

    /// @param requests requests values by name, read in place on another thread; no names to stop
    /// @param network  the pose network in use
    public SharesViewModel(
            BiConsumer<Set<String>, Glance> requests,
            Selection selection,
            ObservableValue<@Nullable Dissected> network) {
        this.requests = requests;
        this.selection = selection;
        this.network = network;
        Changes.of(this::ask, active, selection.jointProperty(), network);
    }

    private void ask() {
        ready.set(null);
        Dissected known = network.getValue();
        Shares shares = known == null ? null : known.shares().orElse(null);
        int joint = selection.jointProperty().get();
        if (shares == null || joint == Selection.NONE) peak.set(null);
        // Not the same request again: a standing frame would not be read once more for it.
        requests.accept(Set.of(), (result, values) -> {});
        if (shares == null || joint == Selection.NONE || !active.get()) return;
        Set<String> names = new HashSet<>(shares.values());
        names.addAll(shares.gated());
        requests.accept(names, (result, values) -> glance(shares, joint, values));
    }

    private void glance(Shares shares, int joint, Map<String, Tensor> values) {
        if (!values.keySet().containsAll(shares.values())) return;
        PeakShares found = shares.at(joint, values);
        unsplit = !found.addUp();
        ready.set(unsplit ? null : found);
    }

    /// Takes the newest shares, once per pulse.
    public void pulse() {
        PeakShares newest = ready.getAndSet(null);
        if (unsplit) peak.set(null);
        if (newest != null && newest.joint() == selection.jointProperty().get()) peak.set(newest);
    }

    /// Whether the shares are visible.
    public BooleanProperty activeProperty() {
        return active;
    }

    /// Null if no joint is selected, or its peak cannot be split.
    public ReadOnlyObjectProperty<@Nullable PeakShares> peakProperty() {
        return peak.getReadOnlyProperty();
    }
}
