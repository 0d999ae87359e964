package org.hrscope.capture;

import org.hrscope.domain.Problem;

/// The maximum number of pixels of an image or video frame. Checked against the header, before anything is
/// allocated. Any thread.
final class PixelLimit {
    /// More is a mistake or an attack: 100 million pixels take 400 MB.
    static final long MOST = 100_000_000;

    private PixelLimit() {}

    /// @param source named in error sentences: a file or an address
    /// @param width  in pixels, like height; the caller rejects impossible values
    /// @throws Problem if there are more than [#MOST]
    static void check(Object source, long width, long height) throws Problem {
        // Doubles cannot overflow here, and are exact up to the limit.
        double pixels = (double) width * height;
        if (pixels > MOST) throw new Problem("picture.huge", source, (long) (pixels / 1e6));
    }
}
