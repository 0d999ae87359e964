package org.hrscope.action;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hrscope.domain.Pose;

/// Counts an [AngleAction]. One thread.
final class AngleCounter implements Counter {
    private final AngleSignal.Read signal;
    private final ToDoubleFunction<Pose> also;
    private final TwoThresholds states;
    private double degrees = Double.NaN;

    /// @param also the second angle
    AngleCounter(AngleSignal.Read signal, ToDoubleFunction<Pose> also, TwoThresholds states) {
        this.signal = signal;
        this.also = also;
        this.states = states;
    }

    @Override
    public Optional<Repetition> next(double seconds, Pose pose) {
        degrees = signal.of(pose);
        return states.next(seconds, degrees, also.applyAsDouble(pose));
    }

    @Override
    public double degrees() {
        return degrees;
    }

    @Override
    public Phase phase() {
        return states.phase();
    }
}
