package org.hrscope.puppet;

/// A shape of a drawing, in image pixels.
///
/// @param path   x and y of the start, then six numbers a cubic curve: two control points and the end
/// @param argb   its colour, not premultiplied
/// @param width  of a line along the path; 0 fills it, closed
/// @param height by which it lies above what is below, in pixels: its soft shadow falls that far; 0 for none
public record Cutout(double[] path, int argb, double width, double height) {}
