package org.hrscope.ui.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hrscope.action.ActionStore;
import org.hrscope.action.AngleAction;
import org.hrscope.action.AngleTrace;
import org.hrscope.action.Countable;
import org.hrscope.action.Counter;
import org.hrscope.action.KnownActions;
import org.hrscope.action.OwnAction;
import org.hrscope.action.PeopleCounts;
import org.hrscope.action.Phase;
import org.hrscope.action.Thresholds;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Jobs;
import org.jspecify.annotations.Nullable;

/// Counts the chosen action of everyone on stage; tells the selected person's count, phase and curve. FX thread.
public final class ActionViewModel {
    private static final double NANOS = 1e9;

    private final Jobs jobs;
    private final ActionStore store;
    private final Consumer<Problem> told;
    private final ObservableList<Countable> choices =
            FXCollections.observableArrayList(KnownActions.ALL);
    private final ObjectProperty<Countable> chosen = new SimpleObjectProperty<>(KnownActions.SQUAT);
    private final ObjectProperty<@Nullable Thresholds> thresholds = new SimpleObjectProperty<>();
    private final IntegerProperty count = new SimpleIntegerProperty();
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.UNSURE);
    private final ObjectProperty<@Nullable Problem> trouble = new SimpleObjectProperty<>();
    private final Map<String, Thresholds> moved = new HashMap<>();
    private final AngleTrace trace = new AngleTrace();
    private final ActionRecording recording;
    private PeopleCounts counts = new PeopleCounts(KnownActions.SQUAT);
    private int person;
    private @Nullable Skeleton refused;

    /// @param told is given what can be mended
    public ActionViewModel(Jobs jobs, ActionStore store, Consumer<Problem> told) {
        this.jobs = jobs;
        this.store = store;
        this.told = told;
        recording = new ActionRecording(this::learnt, told);
        chosen.subscribe((_, now) -> choose(now));
        thresholds.set(KnownActions.SQUAT.thresholds());
        // Collected while reading; reported on the FX thread.
        List<Problem> damaged = new ArrayList<>();
        jobs.run(
                () -> store.all(damaged::add),
                stored -> {
                    choices.addAll(stored);
                    damaged.forEach(told);
                },
                told);
    }

    private void choose(@Nullable Countable action) {
        if (action == null) return;
        refused = null;
        trouble.set(null);
        if (action instanceof AngleAction known) {
            Thresholds now = moved.getOrDefault(known.name(), known.thresholds());
            counts = new PeopleCounts(known.with(now));
            thresholds.set(now);
        } else {
            counts = new PeopleCounts(action);
            thresholds.set(null);
        }
        forget();
    }

    /// Counts from 0, nothing being known of anyone, as with another source.
    public void startOver() {
        recording.startOver();
        forget();
    }

    private void forget() {
        counts.clear();
        trace.clear();
        count.set(0);
        phase.set(Phase.UNSURE);
    }

    /// Counts from 0 again.
    public void reset() {
        counts.clear();
        count.set(0);
    }

    /// Moves the thresholds of the chosen action; what was counted stays.
    public void move(Thresholds now) {
        if (!(chosen.get() instanceof AngleAction known)) return;
        moved.put(known.name(), now);
        thresholds.set(now);
        counts = counts.goingOnWith(known.with(now));
    }

    /// Puts the thresholds of the chosen action back to where they began.
    public void moveBack() {
        if (chosen.get() instanceof AngleAction known) move(known.thresholds());
    }

    /// Everyone in the frame is counted.
    public void show(PipelineResult result) {
        double seconds = result.frame().origin().positionNanos() / NANOS;
        Skeleton skeleton = result.model().skeleton();
        Optional<Person> selected = result.person();
        if (!skeleton.equals(refused)) {
            try {
                for (Person each : result.people()) {
                    counts.next(each.identity(), seconds, each.estimate().pose(), skeleton);
                }
                trouble.set(null);
                refused = null;
            } catch (Problem cannot) {
                refused = skeleton;
                trouble.set(cannot);
            }
        }
        recording.show(seconds, selected, skeleton);
        selected.ifPresent(someone -> tell(someone.identity(), seconds));
    }

    private void tell(int identity, double seconds) {
        if (identity != person) {
            person = identity;
            trace.clear();
        }
        count.set(counts.count(identity));
        Counter counter = counts.counter(identity);
        if (counter == null) return;
        phase.set(counter.phase());
        trace.add(seconds, counter.degrees(), counter.phase());
    }

    /// Saved, listed and chosen. What cannot be saved counts until the program ends, and renaming it saves it.
    private void learnt(OwnAction action) {
        choices.add(action);
        chosen.set(action);
        jobs.run(
                () -> {
                    store.save(action);
                    return action;
                },
                saved -> {},
                told);
    }

    /// A name that no action has yet: `base 1`, `base 2`.
    public String freeName(String base) {
        int number = 1;
        while (taken(base + " " + number)) number++;
        return base + " " + number;
    }

    private boolean taken(String name) {
        return choices.stream().anyMatch(action -> action.name().equals(name));
    }

    public void rename(String name) {
        if (!(chosen.get() instanceof OwnAction own)) return;
        jobs.run(
                () -> store.rename(own, name.strip()),
                renamed -> {
                    int place = choices.indexOf(own);
                    if (place < 0) return;
                    boolean shown = own.equals(chosen.get());
                    choices.set(place, renamed);
                    if (shown) chosen.set(renamed);
                },
                told);
    }

    public void delete() {
        if (!(chosen.get() instanceof OwnAction own)) return;
        jobs.run(
                () -> {
                    store.delete(own);
                    return own;
                },
                gone -> {
                    if (gone.equals(chosen.get())) chosen.set(KnownActions.SQUAT);
                    choices.remove(gone);
                },
                told);
    }

    public ObservableList<Countable> choices() {
        return choices;
    }

    public ObjectProperty<Countable> chosenProperty() {
        return chosen;
    }

    /// Null for an action of one's own.
    public ReadOnlyObjectProperty<@Nullable Thresholds> thresholdsProperty() {
        return thresholds;
    }

    /// The selected person's.
    public ReadOnlyIntegerProperty countProperty() {
        return count;
    }

    /// The selected person's.
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /// Why nothing is counted; null if something could be.
    public ReadOnlyObjectProperty<@Nullable Problem> troubleProperty() {
        return trouble;
    }

    /// The selected person's.
    AngleTrace trace() {
        return trace;
    }

    ActionRecording recording() {
        return recording;
    }

    /// By its name, such as `squat`; ignored if there is none.
    public void choose(String name) {
        List<Countable> all = List.copyOf(choices);
        all.stream()
                .filter(action -> Objects.equals(action.name(), name))
                .findFirst()
                .ifPresent(chosen::set);
    }
}
