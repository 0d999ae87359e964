package org.hrscope.people;

import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;

/// Somebody in a frame. Immutable.
///
/// @param identity the same from frame to frame, from 1; where nobody is followed it only counts
/// @param score    how surely somebody is there: the mean score of the six surest joints; may exceed 1
public record Person(int identity, Estimate estimate, double score) {
    /// Somebody of whom nothing but the estimate is known.
    public static Person of(int identity, Estimate estimate) {
        return new Person(identity, estimate, SecondLook.surest(estimate.pose()));
    }

    /// Whether too few joints are sure to say that the pose is right.
    public boolean uncertain() {
        return !SecondLook.certain(pose());
    }

    public Pose pose() {
        return estimate.pose();
    }
}
