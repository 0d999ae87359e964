package org.hrscope.capture.figure;

/// What a figure looks like in one frame.
///
/// @param openEyes 0 when shut
record Appearance(Complexion person, Outfit outfit, double openEyes) {}
