package org.hrscope.ui.equation;

import java.util.HashMap;
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
import org.hrscope.ablation.Gates;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.pipeline.Alteration;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// The open node, or a value inside it, as an equation of maps, while somebody looks. FX thread; added up on the
/// delivering thread and pulled by [#pulse()].
public final class EquationViewModel {

    /// @param derivation how the value is computed
    record Subject(String value, Derivation derivation) {}

    private record Delivered(
            Subject of,
            @Nullable Measured measured,
            @Nullable Equation equation,
            @Nullable Problem problem,
            @Nullable Alteration altered) {}

    private final BiConsumer<Set<String>, Glance> requests;
    private final Selection selection;
    private final ObservableValue<@Nullable Anatomy> anatomy;
    private final OwnGain gain;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Subject> subject = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Equation> equation =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final AtomicReference<@Nullable Delivered> ready = new AtomicReference<>();
    private @Nullable Measured measured;
    private @Nullable Alteration altered;
    private volatile int channel;

    /// @param requests requests values by name, read in place on another thread; no names to stop
    /// @param anatomy  of the network on the map
    /// @param gain     of its values as they are delivered
    public EquationViewModel(
            BiConsumer<Set<String>, Glance> requests,
            Selection selection,
            ObservableValue<@Nullable Anatomy> anatomy,
            OwnGain gain) {
        this.gain = gain;
        this.requests = requests;
        this.selection = selection;
        this.anatomy = anatomy;
        Changes.of(
                () -> open(selection.nodeProperty().get()),
                selection.nodeProperty(),
                selection.openedProperty(),
                anatomy,
                active);
        selection.channelProperty().addListener(changed -> choose());
    }

    /// Whether the view is visible.
    public BooleanProperty activeProperty() {
        return active;
    }

    /// Shows another value: one that the equation names.
    void open(@Nullable String value) {
        Anatomy known = anatomy.getValue();
        boolean looks = active.get() && selection.openedProperty().get();
        Subject wanted =
                looks && known != null && value != null
                        ? new Subject(value, known.derivation(value))
                        : null;
        // Not the same request again: a standing frame would not be read once more for it.
        requests.accept(Set.of(), (result, values) -> {});
        ready.set(null);
        measured = null;
        equation.set(null);
        problem.set(null);
        subject.set(wanted);
        if (wanted == null || known == null || wanted.derivation instanceof Derivation.Other)
            return;
        Set<String> names = new HashSet<>(wanted.derivation.values());
        names.add(wanted.value);
        if (wanted.derivation instanceof Derivation.Sum sum)
            sum.terms().forEach(term -> names.add(Gates.ownPart(term)));
        requests.accept(names, new Reading(known, wanted));
    }

    /// A value that the equation names: another node of the map is opened everywhere, what lies inside a node only
    /// here.
    ///
    /// @param chosen a channel of it; negative for none
    void follow(String value, int chosen) {
        Anatomy known = anatomy.getValue();
        if (known == null || !known.isNode(value)) {
            open(value);
            return;
        }
        selection.open(value);
        if (chosen >= 0) selection.channelProperty().set(chosen);
    }

    /// Back to the open node.
    void back() {
        open(selection.nodeProperty().get());
    }

    /// Whether a value inside the open node is shown.
    boolean isInside() {
        Subject shown = subject.get();
        return shown != null && !shown.value.equals(selection.nodeProperty().get());
    }

    /// Adds up what the follower delivers, on its thread.
    private final class Reading implements Glance {
        private final Anatomy from;
        private final Subject of;
        private @Nullable OnnxKernel kernel;

        Reading(Anatomy from, Subject of) {
            this.from = from;
            this.of = of;
        }

        @Override
        public void at(PipelineResult result, Map<String, Tensor> values) {
            at(result, values, null);
        }

        @Override
        public void at(
                PipelineResult result, Map<String, Tensor> values, @Nullable Alteration altered) {
            try {
                if (kernel == null && of.derivation instanceof Derivation.Weighted weighted) {
                    kernel = from.kernel(weighted.convolution());
                }
                long frame = result.frame().origin().index();
                if (!values.containsKey(of.value)) return;
                Measured now =
                        Measured.of(
                                        of.value,
                                        frame,
                                        of.derivation,
                                        kernel,
                                        added(of.derivation, values))
                                .orElseThrow(() -> new Problem("kernel.unlike", of.value));
                ready.set(new Delivered(of, now, now.at(channel), null, altered));
            } catch (Problem told) {
                ready.set(new Delivered(of, null, null, told, altered));
            }
        }
    }

    /// What was added up: where gains are set, a branch's own part may be another value than the branch.
    private static Map<String, Tensor> added(Derivation derivation, Map<String, Tensor> values) {
        if (!(derivation instanceof Derivation.Sum sum)) return values;
        Map<String, Tensor> added = new HashMap<>(values);
        for (String term : sum.terms()) {
            Tensor own = values.get(Gates.ownPart(term));
            if (own != null) added.put(term, own);
        }
        return added;
    }

    private void choose() {
        channel = selection.channelProperty().get();
        if (measured != null) show(measured.at(channel));
    }

    /// Takes the newest numbers, once per pulse.
    public void pulse() {
        Delivered newest = ready.getAndSet(null);
        if (newest == null || newest.of != subject.get()) return;
        measured = newest.measured;
        altered = newest.altered;
        problem.set(newest.problem);
        Equation added = newest.equation;
        // The channel may have changed meanwhile.
        boolean other = added != null && added.channel() != channel && measured != null;
        show(other && measured != null ? measured.at(channel) : added);
    }

    private void show(@Nullable Equation added) {
        equation.set(
                added == null
                        ? null
                        : added.multiplied(gain.of(added.value(), added.channel(), altered)));
    }

    /// Null unless somebody looks.
    ReadOnlyObjectProperty<@Nullable Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /// Null until it is added up.
    ReadOnlyObjectProperty<@Nullable Equation> equationProperty() {
        return equation.getReadOnlyProperty();
    }

    /// Why the numbers cannot be read.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
