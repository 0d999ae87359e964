package org.hrscope.teach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.BoundingBox;
import org.jspecify.annotations.Nullable;

/// One person on one frame, with all that was clicked on them. Immutable.
///
/// @param clicks    by joint, in pixels of the frame
/// @param untrained the same through random weights; null if the network is no HRNet
public record ClickedPerson(
        Place place,
        BoundingBox box,
        Map<String, List<Click>> clicks,
        LabelledPerson trained,
        @Nullable LabelledPerson untrained) {

    /// Which person on which frame: a second click there belongs to the same example.
    public record Place(String source, long frame, int person) {}

    ClickedPerson without(String joint) {
        Map<String, List<Click>> others = new HashMap<>(clicks);
        others.remove(joint);
        LabelledPerson random = untrained;
        return new ClickedPerson(
                place,
                box,
                Map.copyOf(others),
                trained.without(joint),
                random == null ? null : random.without(joint));
    }
}
