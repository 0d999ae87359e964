package org.hrscope.ui.apply;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.action.Demonstration;
import org.hrscope.action.OwnAction;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.people.Person;
import org.jspecify.annotations.Nullable;

/// A person on stage shows an action of their own. FX thread.
final class ActionRecording {
    /// Of the person who shows it.
    private static final double MISSED_SECONDS = 2;

    private final Consumer<OwnAction> learnt;
    private final Consumer<Problem> told;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final IntegerProperty complete = new SimpleIntegerProperty();
    private final ObjectProperty<Demonstration.Step> step =
            new SimpleObjectProperty<>(Demonstration.Step.STAND_STILL);
    private @Nullable Demonstration shown;
    private @Nullable Skeleton joints;
    private String name = "";
    private int identity;
    private double seen;

    /// @param told is given the reason where nothing is learnt
    ActionRecording(Consumer<OwnAction> learnt, Consumer<Problem> told) {
        this.learnt = learnt;
        this.told = told;
    }

    /// @param action what it will be called
    void start(String action) {
        name = action;
        startOver();
        on.set(true);
    }

    /// Whoever is selected next shows it from the beginning: another source or network does not end it.
    void startOver() {
        shown = null;
        complete.set(0);
        step.set(Demonstration.Step.STAND_STILL);
    }

    void cancel() {
        on.set(false);
        shown = null;
    }

    /// @param selected whoever is selected when it starts is the one who shows it
    void show(double seconds, Optional<Person> selected, Skeleton skeleton) {
        if (!on.get()) return;
        try {
            next(seconds, selected, skeleton);
        } catch (Problem problem) {
            cancel();
            told.accept(problem);
        }
    }

    private void next(double seconds, Optional<Person> selected, Skeleton skeleton) throws Problem {
        if (!skeleton.equals(joints)) startOver();
        joints = skeleton;
        Demonstration now = shown;
        if (now == null) {
            if (selected.isEmpty()) return;
            now = new Demonstration(skeleton);
            shown = now;
            identity = selected.get().identity();
            seen = seconds;
        }
        if (selected.isPresent() && selected.get().identity() == identity) {
            seen = seconds;
            now.next(seconds, selected.get().estimate().pose());
        } else if (Math.abs(seconds - seen) > MISSED_SECONDS) {
            throw new Problem("action.lost");
        }
        step.set(now.step());
        complete.set(now.complete());
        if (now.step() != Demonstration.Step.DONE) return;
        OwnAction action = now.learn(name);
        cancel();
        learnt.accept(action);
    }

    ReadOnlyBooleanProperty onProperty() {
        return on;
    }

    /// Repetitions seen.
    ReadOnlyIntegerProperty completeProperty() {
        return complete;
    }

    ReadOnlyObjectProperty<Demonstration.Step> stepProperty() {
        return step;
    }
}
