package org.hrscope.ui.player;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import org.hrscope.capture.SourceInfo;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.hrscope.ui.common.Changes;
import org.jspecify.annotations.Nullable;

/// Smoothing of the source that is playing, as controls see it. The switch is of this source alone: the next one starts
/// with its own default. The filter's parameters stay. FX thread.
public final class SmoothingViewModel {
    public static final double LEAST_CUTOFF = 0.1;
    public static final double MOST_CUTOFF = 4;
    public static final double MOST_BETA = 60;

    private final ObjectProperty<Smoothing> smoothing;
    private final ObservableValue<@Nullable SourceInfo> source;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final DoubleProperty cutoff = new SimpleDoubleProperty();
    private final DoubleProperty beta = new SimpleDoubleProperty();
    private boolean following;

    public SmoothingViewModel(
            ObjectProperty<Smoothing> smoothing, ObservableValue<@Nullable SourceInfo> source) {
        this.smoothing = smoothing;
        this.source = source;
        follow();
        Changes.of(this::follow, smoothing, source);
        Changes.of(this::set, on, cutoff, beta);
    }

    private void follow() {
        following = true;
        on.set(smoothing.get().of(live()));
        cutoff.set(smoothing.get().settings().minCutoff());
        beta.set(smoothing.get().settings().beta());
        following = false;
    }

    private void set() {
        if (following) return;
        Smoothing.When before = smoothing.get().when();
        boolean asBefore = smoothing.get().of(live()) == on.get();
        Smoothing.When now = on.get() ? Smoothing.When.ALWAYS : Smoothing.When.NEVER;
        OneEuro settings = new OneEuro(Math.max(LEAST_CUTOFF, cutoff.get()), beta.get());
        smoothing.set(new Smoothing(asBefore ? before : now, settings));
    }

    private boolean live() {
        SourceInfo playing = source.getValue();
        return playing != null && playing.live();
    }

    public BooleanProperty onProperty() {
        return on;
    }

    /// Of the slowest movement, in hertz.
    public DoubleProperty cutoffProperty() {
        return cutoff;
    }

    /// In hertz per body height per second.
    public DoubleProperty betaProperty() {
        return beta;
    }

    public OneEuro settings() {
        return smoothing.get().settings();
    }

    /// The parameters as delivered.
    public void reset() {
        smoothing.set(new Smoothing(smoothing.get().when(), OneEuro.STANDARD));
    }
}
