package org.hrscope.ui.apply;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.hrscope.gesture.Gesture;
import org.hrscope.gesture.GestureWatch;
import org.hrscope.motion.BodyJoint;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.jspecify.annotations.Nullable;

/// Gestures of the selected person that do something in the window. Off at every start: a window that reacts to whoever
/// stands before it would surprise. FX thread.
public final class InteractionViewModel {
    public static final double SHORTEST = 0.5;
    public static final double LONGEST = 3;
    private static final double USUAL = 1;

    /// A gesture under way.
    ///
    /// @param share of the dwell time, from 0 to 1
    record Ring(Gesture gesture, double share) {}

    /// What a gesture did last.
    public record Done(Gesture gesture, LocalTime at) {}

    private final Consumer<Gesture> deeds;
    private final BooleanSupplier busy;
    private final BooleanSupplier live;
    private final GestureWatch watch = new GestureWatch();
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final DoubleProperty dwell = new SimpleDoubleProperty(USUAL);
    private final Map<Gesture, BooleanProperty> wanted = new EnumMap<>(Gesture.class);
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Ring> ring = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Done> done = new ReadOnlyObjectWrapper<>();

    /// @param deeds what each gesture does
    /// @param busy  whether somebody is typing or has to answer a dialogue: nothing fires then
    /// @param live  whether somebody stands before the camera: nobody in a file could end a pause
    public InteractionViewModel(
            Consumer<Gesture> deeds, BooleanSupplier busy, BooleanSupplier live) {
        this.deeds = deeds;
        this.busy = busy;
        this.live = live;
        for (Gesture gesture : Gesture.values()) {
            wanted.put(gesture, new SimpleBooleanProperty(true));
        }
        on.subscribe((_, _) -> {
            watch.clear();
            rest();
        });
    }

    public BooleanProperty onProperty() {
        return on;
    }

    /// In seconds.
    public DoubleProperty dwellProperty() {
        return dwell;
    }

    public BooleanProperty wantedProperty(Gesture gesture) {
        return Objects.requireNonNull(wanted.get(gesture));
    }

    /// Whether it is on and does nothing for now.
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Null while nothing is under way.
    ReadOnlyObjectProperty<@Nullable Ring> ringProperty() {
        return ring.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Done> doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// @param result remains owned by the caller
    public void show(PipelineResult result) {
        if (!on.get()) return;
        Person person = result.person().orElse(null);
        if (person == null) {
            rest();
            return;
        }
        var body = BodyJoint.of(result.model().skeleton(), person.pose().keypoints());
        boolean held = busy.getAsBoolean();
        waiting.set(held);
        // While it waits, no gesture counts: one that was under way starts over, and so does one
        // that is held meanwhile.
        GestureWatch.Progress now =
                watch.next(
                        person.identity(),
                        body,
                        result.frame().origin().positionNanos(),
                        held ? Set.of() : wanted(),
                        Math.clamp(dwell.get(), SHORTEST, LONGEST));
        Gesture gesture = now.gesture();
        if (gesture == null || now.fired()) ring.set(null);
        else ring.set(new Ring(gesture, now.progress()));
        if (gesture == null || !now.fired()) return;
        done.set(new Done(gesture, LocalTime.now(ZoneId.systemDefault())));
        deeds.accept(gesture);
    }

    private Set<Gesture> wanted() {
        Set<Gesture> all = EnumSet.noneOf(Gesture.class);
        wanted.forEach((gesture, on) -> {
            if (on.get()) all.add(gesture);
        });
        if (!live.getAsBoolean()) all.remove(Gesture.ARMS_CROSSED);
        return all;
    }

    private void rest() {
        ring.set(null);
        waiting.set(false);
    }
}
