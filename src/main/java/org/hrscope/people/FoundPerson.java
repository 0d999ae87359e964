package org.hrscope.people;

import org.hrscope.domain.BoundingBox;

/// What a finder says of one person.
///
/// @param box   in picture pixels; may reach beyond the picture
/// @param score from 0 to 1, the finder's own; finders differ in what they call sure
public record FoundPerson(BoundingBox box, double score) {}
