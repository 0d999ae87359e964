package org.hrscope.ui.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.Gains.Gain;
import org.hrscope.ablation.Gate;
import org.hrscope.ablation.Gates;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.Alteration;
import org.jspecify.annotations.Nullable;

/// Gains set in the pose network, with undo and redo; shared by map, inspector, stage and Cut tab. FX thread.
public final class Cuts {
    private final ReadOnlyObjectWrapper<Gains> gains = new ReadOnlyObjectWrapper<>(Gains.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Gates> gates = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty undoable = new SimpleBooleanProperty();
    private final BooleanProperty redoable = new SimpleBooleanProperty();
    private final BooleanProperty onMap = new SimpleBooleanProperty(true);
    private final Deque<Gains> before = new ArrayDeque<>();
    private final Deque<Gains> after = new ArrayDeque<>();
    private final BooleanBinding none = gains.isEqualTo(Gains.NONE);
    private final Consumer<Problem> trouble;
    private @Nullable ModelFile file;
    private @Nullable Gain sliding;

    /// @param trouble told why a place cannot be cut
    public Cuts(Consumer<Problem> trouble) {
        this.trouble = trouble;
    }

    /// What differs from the network as it was trained.
    public ReadOnlyObjectProperty<Gains> gainsProperty() {
        return gains.getReadOnlyProperty();
    }

    /// Whether the network is whole.
    public BooleanBinding noneProperty() {
        return none;
    }

    /// Where gains can be set; null until that is known.
    public ReadOnlyObjectProperty<@Nullable Gates> gatesProperty() {
        return gates.getReadOnlyProperty();
    }

    /// Whether the nodes on the map are this network's: those of another may have the same names.
    public BooleanProperty onMapProperty() {
        return onMap;
    }

    BooleanProperty undoableProperty() {
        return undoable;
    }

    BooleanProperty redoableProperty() {
        return redoable;
    }

    /// Whether the gains are those of this file's network.
    public boolean isOf(ModelFile other) {
        return other.equals(file);
    }

    /// Another network: gains that do not fit it are dropped, and so is the undo history.
    void network(ModelFile opened, Gates places) {
        file = opened;
        gates.set(places);
        before.clear();
        after.clear();
        show(new Gains(gains.get().changed().stream().filter(g -> fits(places, g)).toList()));
    }

    /// While the next network is being read.
    void unknown() {
        gates.set(null);
        file = null;
    }

    private static boolean fits(Gates places, Gain gain) {
        Optional<Gate> gate = places.find(gain.name());
        return gate.isPresent() && gain.channel().orElse(0) < gate.get().channels();
    }

    /// The place that a node of the map stands for, or any other name of it.
    public Optional<Gate> gate(@Nullable String name) {
        Gates known = gates.get();
        return known == null || name == null ? Optional.empty() : known.find(name);
    }

    /// What a channel of a value was multiplied by in a pass that was altered so; 1 where a gain applies on the way to
    /// one reader only.
    public float gain(String value, int channel, @Nullable Alteration altered) {
        if (altered == null) return 1;
        return gate(value)
                .map(Gate::at)
                .filter(at -> at.into().isEmpty())
                .map(at -> altered.gain(at, channel))
                .orElse(1f);
    }

    /// 1 where nothing is changed.
    public float gain(Gate gate, OptionalInt channel) {
        for (Gain each : gains.get().changed()) {
            if (each.isAt(gate.name(), channel)) return each.gain();
        }
        return 1;
    }

    /// Cuts a node, or restores it if its gain is not 1; reports a place that cannot be cut.
    public void toggle(String name) {
        toggle(name, OptionalInt.empty());
    }

    /// The same for one channel of a node.
    public void toggle(String name, OptionalInt channel) {
        Gates known = gates.get();
        if (known == null || !onMap.get()) return;
        try {
            Gate gate = known.named(name);
            set(new Gain(gate.name(), channel, gain(gate, channel) == 1 ? 0 : 1));
        } catch (Problem problem) {
            trouble.accept(problem);
        }
    }

    /// One step that can be undone.
    void set(Gain gain) {
        sliding = null;
        step(gains.get().with(gain));
    }

    /// One drag of a slider is one step. A gain of 1 stays listed until [#settle()].
    void slide(Gain gain) {
        boolean same = sliding != null && sliding.isAt(gain.name(), gain.channel());
        Gains next = gains.get().with(gain);
        if (same) show(next);
        else step(next);
        sliding = gain;
    }

    /// The slider was let go.
    void settle() {
        sliding = null;
    }

    private void step(Gains next) {
        if (next.equals(gains.get())) return;
        before.push(gains.get());
        after.clear();
        show(next);
    }

    public void undo() {
        move(before, after);
    }

    public void redo() {
        move(after, before);
    }

    private void move(Deque<Gains> from, Deque<Gains> to) {
        if (from.isEmpty()) return;
        sliding = null;
        to.push(gains.get());
        show(from.pop());
    }

    /// All gains at once, as one step that can be undone.
    public void put(Gains all) {
        sliding = null;
        step(all);
    }

    /// Sets all gains to 1, which can be undone too.
    public void restoreAll() {
        put(Gains.NONE);
    }

    private void show(Gains now) {
        gains.set(now);
        undoable.set(!before.isEmpty());
        redoable.set(!after.isEmpty());
    }
}
