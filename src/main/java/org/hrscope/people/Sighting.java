package org.hrscope.people;

import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;

/// A person seen: what the finder said, and what the pose network saw there.
///
/// @param sureness how surely somebody is there, by both: what sightings are ranked by; may exceed 1
public record Sighting(FoundPerson found, Estimate estimate, double sureness) {

    public Pose pose() {
        return estimate.pose();
    }
}
