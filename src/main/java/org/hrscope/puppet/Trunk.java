package org.hrscope.puppet;

/// Where a puppet's trunk is.
///
/// @param height of the whole body, in pixels
record Trunk(Spot hips, double spine, double turn, double height) {}
