package org.hrscope.capture.figure;

/// What a figure looks like in one picture.
///
/// @param openEyes 0 when they are shut
record Appearance(Complexion person, Outfit outfit, double openEyes) {}
