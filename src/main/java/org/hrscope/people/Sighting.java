package org.hrscope.people;

import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;

/// A confirmed person: the detection and the pose found there.
///
/// @param sureness combined confidence that a person is there; used for ranking; may exceed 1
public record Sighting(FoundPerson found, Estimate estimate, double sureness) {

    public Pose pose() {
        return estimate.pose();
    }
}
