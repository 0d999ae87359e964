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

    /// Another angle that must reach so many degrees: arms alone do not make a jumping jack, nor a bow a squat.
    ///
    /// @param above whether from below
    public record Also(AngleSignal signal, double degrees, boolean above) {
        private double sign() {
            return above ? 1 : -1;
        }
    }

    public AngleAction with(Thresholds others) {
        return new AngleAction(name, signal, others, also);
    }

    @Override
    public AngleCounter counter(Skeleton skeleton) throws Problem {
        if (also == null) {
            return new AngleCounter(
                    signal.in(skeleton), pose -> 0, new TwoThresholds(thresholds, 0));
        }
        AngleSignal.Read second = also.signal.in(skeleton);
        double sign = also.sign();
        return new AngleCounter(
                signal.in(skeleton),
                pose -> sign * second.of(pose),
                new TwoThresholds(thresholds, sign * also.degrees));
    }
}
