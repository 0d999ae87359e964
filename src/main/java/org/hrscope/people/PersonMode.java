package org.hrscope.people;

/// Who is estimated: whatever the whole picture shows, the person followed from frame to frame, or what a person drew a
/// box round.
public enum PersonMode {
    /// Everyone a person finder finds, each followed from frame to frame.
    EVERYONE,
    WHOLE_PICTURE,
    TRACKED,
    DRAWN
}
