package org.hrscope.ui.stage;

import java.util.Set;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.joints.JointColours;

/// Which layers are visible and how they look, at one moment. Immutable.
///
/// @param heatmapOpacity 0 to 1
/// @param hues           one hue per joint, else the maximum over joints in one colour map
/// @param byPerson       one colour per person, else one per side of the body
public record StageLook(
        Set<StageLayer> layers, double heatmapOpacity, boolean hues, boolean byPerson) {
    public StageLook {
        layers = Set.copyOf(layers);
    }

    public boolean shows(StageLayer layer) {
        return layers.contains(layer);
    }

    /// The same with these layers.
    StageLook only(Set<StageLayer> others) {
        return new StageLook(others, heatmapOpacity, hues, byPerson);
    }

    /// @param person identity
    /// @param chosen whether the heatmaps are this person's
    public JointColours colours(Skeleton skeleton, int person, boolean chosen) {
        boolean ofHeatmaps = chosen && hues && shows(StageLayer.HEATMAPS);
        return new JointColours(skeleton, byPerson ? person : 0, ofHeatmaps);
    }
}
