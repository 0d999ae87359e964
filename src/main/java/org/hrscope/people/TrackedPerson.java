package org.hrscope.people;

import org.hrscope.domain.Pose;

/// A person in a frame, with the identity from earlier frames.
///
/// @param identity from 1, never reused within one [PersonTracks]
/// @param look     index of the look that saw them
public record TrackedPerson(int identity, int look, Pose pose) {

    /// As another estimate shows them.
    public TrackedPerson with(Pose other) {
        return new TrackedPerson(identity, look, other);
    }
}
