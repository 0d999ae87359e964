package org.hrscope.people;

import org.hrscope.domain.BoundingBox;

/// One detection.
///
/// @param box   in image pixels; may extend beyond the image
/// @param score the finder's own, 0 to 1; not comparable between finders
public record FoundPerson(BoundingBox box, double score) {}
