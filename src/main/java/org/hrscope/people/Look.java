package org.hrscope.people;

import java.util.List;
import org.hrscope.domain.BoundingBox;

/// Where to run the pose network in a frame.
///
/// @param box   in image pixels
/// @param track the track whose predicted place this is; 0 for a detection that belongs to no track
/// @param score the detection's; 1 for a track
public record Look(BoundingBox box, int track, double score) {

    /// Whether it is at somebody who is followed.
    public boolean followed() {
        return track != 0;
    }

    /// How many of them are at people who are followed: these come first.
    public static int followed(List<Look> looks) {
        return (int) looks.stream().filter(Look::followed).count();
    }
}
