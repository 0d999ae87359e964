package org.hrscope.ui.joints;

import javafx.scene.paint.Color;
import org.hrscope.domain.Skeleton;
import org.hrscope.pixels.Palette;
import org.jspecify.annotations.Nullable;

/// The colours of somebody's skeleton, the same on the stage and in every list. Immutable.
///
/// @param person identity, where each person has a colour; 0 where each side of the body has one
/// @param hues   whether each joint has the hue of its heatmap instead
/// @param single the colour of everything, where there is one
public record JointColours(Skeleton skeleton, int person, boolean hues, @Nullable Color single) {

    public JointColours(Skeleton skeleton, int person, boolean hues) {
        this(skeleton, person, hues, null);
    }

    public static JointColours only(Skeleton skeleton, Color colour) {
        return new JointColours(skeleton, 0, false, colour);
    }

    public static JointColours bySide(Skeleton skeleton) {
        return new JointColours(skeleton, 0, false);
    }

    public Color ofJoint(int joint) {
        if (single != null) return single;
        if (hues) return colour(Palette.ofJoint(joint));
        return person > 0 ? ofPerson(person) : colour(Palette.ofSide(skeleton.side(joint)));
    }

    public Color ofLimb(Skeleton.Limb limb) {
        if (single != null) return single;
        return person > 0 ? ofPerson(person) : colour(Palette.ofSide(skeleton.side(limb)));
    }

    /// Of box and number: light, since the number must be legible on anything.
    public Color ofName() {
        return person > 0 ? ofPerson(person).interpolate(Color.WHITE, 0.4) : Color.WHITE;
    }

    private static Color ofPerson(int identity) {
        return colour(Palette.ofPerson(identity));
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
