package org.hrscope.ui.teach;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hrscope.teach.Clicks;
import org.hrscope.teach.FeatureSet;
import org.hrscope.teach.Taught;
import org.jspecify.annotations.Nullable;

/// What can be seen of joints being taught; [TeachViewModel] does the work. FX thread.
public abstract sealed class TeachState permits TeachViewModel {
    final ObservableList<String> joints = FXCollections.observableArrayList();
    final ObservableList<String> seen = FXCollections.unmodifiableObservableList(joints);
    final ObjectProperty<Clicks> said = new SimpleObjectProperty<>(Clicks.NONE);
    final ObjectProperty<@Nullable String> active = new SimpleObjectProperty<>();
    final BooleanProperty present = new SimpleBooleanProperty(true);
    final ObjectProperty<FeatureSet> features = new SimpleObjectProperty<>(FeatureSet.LAST);
    final ObjectProperty<@Nullable Taught> taught = new SimpleObjectProperty<>();
    final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    final BooleanProperty busy = new SimpleBooleanProperty();
    final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();

    final Deque<Clicks> past = new ArrayDeque<>();

    TeachState() {
        said.subscribe((_, now) -> {
            if (!joints.equals(now.joints())) joints.setAll(now.joints());
        });
    }

    public ObservableList<String> joints() {
        return seen;
    }

    /// The joint that clicks speak of; null before there is one.
    public ObjectProperty<@Nullable String> activeProperty() {
        return active;
    }

    /// Whether a click shows where the joint is, or where it is not.
    public BooleanProperty presentProperty() {
        return present;
    }

    /// What came of the clicks; null before the first.
    public ObservableValue<@Nullable Taught> taughtProperty() {
        return taught;
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> busyProperty() {
        return busy;
    }

    /// Clicks made while others are being learnt; none is dropped.
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// What joints are read from.
    public ObjectProperty<FeatureSet> featuresProperty() {
        return features;
    }

    /// All that was shown so far.
    public ObservableValue<Clicks> saidProperty() {
        return said;
    }

    void choose() {
        if (!joints.contains(active.get())) active.set(joints.isEmpty() ? null : joints.getLast());
    }

    /// Takes a joint out of every step.
    ///
    /// @param now what remains
    void forgetSteps(String name, Clicks now) {
        List<Clicks> steps =
                past.stream()
                        .map(step -> step.without(name))
                        .distinct()
                        .filter(step -> !step.equals(now))
                        .toList();
        past.clear();
        past.addAll(steps);
    }
}
