package org.hrscope.capture.picture;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/// How to turn an image upright, from the EXIF 2.3 orientation tag (0x0112).
///
/// @param mark 1 to 8; 1 is upright
public record Orientation(int mark) {
    public static final Orientation UPRIGHT = new Orientation(1);

    /// Invalid values count as upright.
    static Orientation of(long mark) {
        return mark >= 1 && mark <= 8 ? new Orientation((int) mark) : UPRIGHT;
    }

    /// Turns in place; from 5 on, width and height swap.
    public void turn(Mat picture) {
        if (mark >= 5) Core.transpose(picture, picture);
        switch (mark) {
            case 2, 6 -> Core.flip(picture, picture, 1);
            case 3, 7 -> Core.flip(picture, picture, -1);
            case 4, 8 -> Core.flip(picture, picture, 0);
            default -> {}
        }
    }
}
