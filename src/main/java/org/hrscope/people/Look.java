package org.hrscope.people;

import org.hrscope.domain.BoundingBox;

/// Where the pose network is to look in a frame.
///
/// @param box   in picture pixels
/// @param track whose place it is by the last poses; 0 for what a finder found and nobody is known to be
/// @param score the finder's; 1 where somebody is followed
public record Look(BoundingBox box, int track, double score) {}
