package org.hrscope.bundle;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.jspecify.annotations.Nullable;

/// Someone in the frame.
///
/// @param identity from 1
/// @param box      that was cropped, in image pixels
/// @param shown    the joints as shown, in skeleton order, where smoothing moved them; null where they are the
///     network's
public record SharedPerson(int identity, BoundingBox box, @Nullable List<Keypoint> shown) {

    /// @throws IllegalArgumentException if there is no such person or box
    public SharedPerson {
        if (identity < 1 || box == null) throw new IllegalArgumentException("person");
        if (!box.isPlausible()) throw new IllegalArgumentException("box");
        if (shown != null) shown = List.copyOf(shown);
    }
}
