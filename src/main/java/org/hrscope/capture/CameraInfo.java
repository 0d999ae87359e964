package org.hrscope.capture;

/// A camera of this machine.
///
/// @param index the operating system's index, as in [SourceSpec.Camera]
/// @param name  the product name, or `Camera 0` where the system does not report one
public record CameraInfo(int index, String name) {}
