package org.hrscope.people;

/// Which people are estimated: the whole image as one person, the person tracked from frame to frame, or the one in
/// a box the user drew.
public enum PersonMode {
    /// Everyone the finder detects, each tracked from frame to frame.
    EVERYONE,
    WHOLE_PICTURE,
    TRACKED,
    DRAWN
}
