package org.hrscope.teach;

import java.util.List;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Keypoint;

/// What a person says of a joint of one person: it is here, or it is not. In pixels of the image or in cells of a
/// heatmap, as the place says that it is kept in.
public record Click(double x, double y, boolean present) {

    /// Whether it says the opposite of another click, or shows a second place.
    boolean contradicts(List<Click> others) {
        for (Click other : others) {
            if (present && other.present) return true;
            if (present != other.present && x == other.x && y == other.y) return true;
        }
        return false;
    }

    /// Whether it says the opposite of an earlier click, as near as two clicks on one place can be.
    boolean opposes(Click before, double near) {
        return present != before.present && Math.hypot(x - before.x, y - before.y) <= near;
    }

    /// Whether an earlier click on the same person no longer holds.
    boolean replaces(Click before, double near) {
        boolean there = x == before.x && y == before.y;
        return there || (present && before.present) || opposes(before, near);
    }

    public Click moved(AffineTransform2D by) {
        Keypoint to = new Keypoint(x, y, 1).moved(by);
        return new Click(to.x(), to.y(), present);
    }

    /// @param width,height of the heatmap this is on
    public boolean inside(int width, int height) {
        return x >= -0.5 && y >= -0.5 && x < width - 0.5 && y < height - 0.5;
    }
}
