package org.hrscope.bundle;

/// The inspector's colours and channel order, by name.
///
/// @param fixed the end of a fixed range
public record SharedColours(String map, String range, double fixed, String order) {}
