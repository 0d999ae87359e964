package org.hrscope.action;

import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.jspecify.annotations.Nullable;

/// An action known by one angle that crosses two thresholds, and back.
///
/// @param also what else must be seen while it is under way; null for nothing
public record AngleAction(
        String name, AngleSignal signal, Thresholds thresholds, @Nullable Also also)
        implements Countable {

    /// Another angle that must reach so many degrees: arms alone do not make a jumping jack.
    public record Also(AngleSignal signal, double least) {}

    public AngleAction with(Thresholds others) {
        return new AngleAction(name, signal, others, also);
    }

    @Override
    public AngleCounter counter(Skeleton skeleton) throws Problem {
        return new AngleCounter(
                signal.in(skeleton),
                also == null ? null : also.signal.in(skeleton),
                new TwoThresholds(thresholds, also == null ? 0 : also.least));
    }
}
