package org.hrscope.bundle;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.jspecify.annotations.Nullable;

/// What was selected and how it was shown. Names that the window does not know are ignored.
///
/// @param person  identity; 0 for nobody
/// @param joint   index in the skeleton; -1 for none
/// @param solo    the joint shown alone; -1 for none
/// @param hidden  joints that are switched off
/// @param node    null for none
/// @param opened  whether the inspector was open on it
/// @param channel from 0
/// @param over    whether that channel lay over the image
/// @param layers  names of the visible ones
/// @param hues    whether each joint's heatmap had its own hue
/// @param mirror  whether a camera was shown as a mirror
/// @param pair    which side of a comparison was seen
/// @param angle   the joints of the angle that was chosen; null for none, and where an older version wrote the file
/// @param pinned  null for none, and where an older version wrote the file
/// @param part    the visible part of the image, in pixels; null for all of it
public record SharedView(
        int person,
        int joint,
        int solo,
        List<Integer> hidden,
        @Nullable String node,
        boolean opened,
        int channel,
        boolean over,
        List<String> layers,
        double heatmapOpacity,
        boolean hues,
        boolean byPerson,
        boolean mirror,
        @Nullable String pair,
        @Nullable BoundingBox part,
        @Nullable SharedColours colours,
        @Nullable List<String> angle,
        @Nullable SharedPin pinned) {

    public SharedView {
        hidden = hidden == null ? List.of() : List.copyOf(hidden);
        layers = layers == null ? List.of() : List.copyOf(layers);
        person = Math.max(0, person);
        channel = Math.max(0, channel);
        // Also catches NaN.
        if (!(heatmapOpacity >= 0 && heatmapOpacity <= 1)) heatmapOpacity = 1;
        angle = angle == null || angle.size() != 3 ? null : List.copyOf(angle);
        if (part != null && !part.isPlausible()) part = null;
    }
}
