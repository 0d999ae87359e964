package org.hrscope.ui.player;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.KnownFrame;
import org.hrscope.ui.common.Changes;
import org.jspecify.annotations.Nullable;

/// What the engine's settings are made of, and which of them another source or choice takes back. FX thread.
final class LiveSettings {
    final ObjectProperty<Decoder> decoder;
    final BooleanProperty flip;
    final ObjectProperty<PersonMode> people;

    /// In image pixels; null for none.
    final ObjectProperty<@Nullable BoundingBox> drawn = new SimpleObjectProperty<>();

    final DoubleProperty speed = new SimpleDoubleProperty(1);
    final BooleanProperty loop;
    final ObjectProperty<Smoothing> smoothing;
    private final ObjectProperty<@Nullable KnownFrame> known = new SimpleObjectProperty<>();
    private PersonMode undrawn = PersonMode.EVERYONE;

    LiveSettings(EngineSettings initial) {
        decoder = new SimpleObjectProperty<>(initial.decoder());
        flip = new SimpleBooleanProperty(initial.flip());
        people = new SimpleObjectProperty<>(initial.people());
        loop = new SimpleBooleanProperty(initial.loop());
        smoothing = new SimpleObjectProperty<>(initial.smoothing());
        // A choice of where to look replaces the people that came with a view.
        Changes.of(() -> known.set(null), people, drawn);
    }

    /// @param engine gets all of them whenever one changes
    void to(Consumer<EngineSettings> engine) {
        Changes.of(
                () -> engine.accept(now()),
                decoder,
                flip,
                people,
                drawn,
                speed,
                loop,
                smoothing,
                known);
    }

    EngineSettings now() {
        return new EngineSettings(
                decoder.get(),
                flip.get(),
                people.get(),
                drawn.get(),
                speed.get(),
                loop.get(),
                smoothing.get(),
                known.get());
    }

    /// Another source plays.
    void renew() {
        dropBox();
        known.set(null);
        smoothing.set(new Smoothing(Smoothing.When.LIVE, smoothing.get().settings()));
    }

    void know(KnownFrame shared) {
        known.set(shared);
    }

    /// Once the clip plays on, its people are looked for in this frame as in any other.
    void forget(long now, boolean paused) {
        KnownFrame shared = known.get();
        if (shared != null && now != shared.frame() && !paused) known.set(null);
    }

    void draw(BoundingBox box) {
        if (people.get() != PersonMode.DRAWN) undrawn = people.get();
        drawn.set(box);
        people.set(PersonMode.DRAWN);
    }

    void dropBox() {
        drawn.set(null);
        if (people.get() == PersonMode.DRAWN) people.set(undrawn);
    }
}
