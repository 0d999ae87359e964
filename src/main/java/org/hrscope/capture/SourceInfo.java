package org.hrscope.capture;

/// What a person is told of a source.
///
/// @param name            of the camera or the file
/// @param frames          how many there are; 0 where nobody knows (cameras, streams, the demo figure)
/// @param framesPerSecond nominal; 0 where nobody knows
/// @param live            comes at its own pace and cannot be held back or sought in
public record SourceInfo(String name, long frames, double framesPerSecond, boolean live) {

    public boolean seekable() {
        return frames > 1;
    }
}
