package org.hrscope.people;

import org.hrscope.domain.Pose;

/// Somebody seen in a frame, the same one as in frames before.
///
/// @param identity from 1, never given twice by one [PersonTracks]
/// @param look     which of the frame's looks saw them, counted from 0
public record TrackedPerson(int identity, int look, Pose pose) {}
