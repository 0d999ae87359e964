package org.hrscope.capture.picture;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/// How a picture is turned to stand upright, by the marks of EXIF 2.3 (tag 0x0112).
///
/// @param mark 1 to 8; 1 is upright
public record Orientation(int mark) {
    public static final Orientation UPRIGHT = new Orientation(1);

    /// Upright for numbers that mean nothing.
    static Orientation of(long mark) {
        return mark >= 1 && mark <= 8 ? new Orientation((int) mark) : UPRIGHT;
    }

    /// Turns it in place; from 5 on width and height change places.
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
