package org.hrscope.capture;

/// A camera that this machine has.
///
/// @param index the operating system's number for it, which [SourceSpec.Camera] takes
/// @param name  what its maker calls it, `Camera 0` where the system does not tell
public record CameraInfo(int index, String name) {}
