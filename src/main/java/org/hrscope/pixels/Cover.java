package org.hrscope.pixels;

import java.util.ArrayList;
import java.util.List;

/// What is hidden of an image, and what with. Immutable.
///
/// @param dabs in the order they were brushed
public record Cover(List<Dab> dabs, Fill fill) {
    public static final Cover NONE = new Cover(List.of(), Fill.MEAN);

    /// What takes the place of hidden pixels.
    public enum Fill {
        /// The mean colour of the image.
        MEAN,
        /// The image itself, too blurred for a limb to be made out.
        BLUR,
        /// Random colours, the same every time.
        NOISE
    }

    /// A stretch of a brush's way, round at both ends. Image pixels.
    public record Dab(double fromX, double fromY, double toX, double toY, double radius) {}

    public Cover {
        dabs = List.copyOf(dabs);
    }

    public boolean isEmpty() {
        return dabs.isEmpty();
    }

    public Cover with(Dab dab) {
        List<Dab> all = new ArrayList<>(dabs);
        all.add(dab);
        return new Cover(all, fill);
    }

    public Cover with(Fill other) {
        return new Cover(dabs, other);
    }
}
