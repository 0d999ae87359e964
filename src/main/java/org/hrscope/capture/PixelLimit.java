package org.hrscope.capture;

import org.hrscope.domain.Problem;

/// How many pixels a picture may have, a still one or one of a video: checked by what its header promises, before any
/// memory is taken for it. Any thread.
final class PixelLimit {
    /// More is a mistake or an attack: 100 million pixels are 400 MB as a frame.
    static final long MOST = 100_000_000;

    private PixelLimit() {}

    /// @param source what the sentence names: a file or an address
    /// @param width  in pixels, as is height; numbers that no picture has are the caller's to refuse
    /// @throws Problem where there are more than [#MOST]
    static void check(Object source, long width, long height) throws Problem {
        // As doubles no pair of numbers overflows, and up to the limit they are exact.
        double pixels = (double) width * height;
        if (pixels > MOST) throw new Problem("picture.huge", source, (long) (pixels / 1e6));
    }
}
