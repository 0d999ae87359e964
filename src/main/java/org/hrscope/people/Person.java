package org.hrscope.people;

import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;

/// A person in a frame. Immutable.
///
/// @param identity from 1, stable across frames; without tracking, just a number
/// @param score    confidence that someone is there: mean score of the six best joints; may exceed 1
/// @param pose     as shown: smoothed where that is wanted, else the estimate's
public record Person(int identity, Estimate estimate, double score, Pose pose) {
    public Person(int identity, Estimate estimate, double score) {
        this(identity, estimate, score, estimate.pose());
    }

    /// A person of whom only the estimate is known.
    public static Person of(int identity, Estimate estimate) {
        return new Person(identity, estimate, SecondLook.surest(estimate.pose()));
    }

    /// Whether too few joints are sure to say that the pose is right.
    public boolean uncertain() {
        return !SecondLook.certain(pose());
    }

    /// The same person with another pose; the estimate keeps the raw one.
    public Person shownAs(Pose other) {
        return new Person(identity, estimate, score, other);
    }
}
