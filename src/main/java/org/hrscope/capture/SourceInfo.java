package org.hrscope.capture;

/// What the window shows about a source.
///
/// @param name            of the camera or file
/// @param frames          number of frames; 0 if unknown (cameras, streams, the demo figure)
/// @param framesPerSecond nominal; 0 if unknown
/// @param live            sets its own pace; cannot be paused or seeked
public record SourceInfo(String name, long frames, double framesPerSecond, boolean live) {

    public boolean seekable() {
        return frames > 1;
    }
}
