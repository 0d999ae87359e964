package org.hrscope.pixels;

import org.hrscope.domain.Skeleton;

/// Colours of joints and limbs, 0xRRGGBB: by side, as in MMPose, and one hue per joint or per person.
public final class Palette {
    private Palette() {}

    public static int ofSide(Skeleton.Side side) {
        return switch (side) {
            case LEFT -> 0x00ff00;
            case RIGHT -> 0xff8000;
            case CENTRE -> 0x3399ff;
        };
    }

    public static int ofJoint(int joint) {
        return hue(joint, 200);
    }

    /// @param identity from 1
    public static int ofPerson(int identity) {
        return hue(identity, 70);
    }

    /// Hues a golden angle apart, so that neighbours in the list differ most.
    private static int hue(int index, double first) {
        double hue = (index * 137.508 + first) % 360 / 60;
        int sector = (int) hue;
        double rising = hue - sector;
        double low = 0.25;
        double up = low + (1 - low) * rising;
        double down = 1 - (1 - low) * rising;
        return switch (sector) {
            case 0 -> rgb(1, up, low);
            case 1 -> rgb(down, 1, low);
            case 2 -> rgb(low, 1, up);
            case 3 -> rgb(low, down, 1);
            case 4 -> rgb(up, low, 1);
            default -> rgb(1, low, down);
        };
    }

    private static int rgb(double red, double green, double blue) {
        return (int) Math.round(red * 255) << 16
                | (int) Math.round(green * 255) << 8
                | (int) Math.round(blue * 255);
    }
}
