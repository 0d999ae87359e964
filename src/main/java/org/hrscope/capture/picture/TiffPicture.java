package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// The first picture of a TIFF or BigTIFF file (TIFF 6.0), whole numbers of up to 16 bits.
///
/// @param bits     a channel
/// @param inverted 0 is white
/// @param alpha    the fourth channel says how opaque a pixel is, and the others are not multiplied by it yet
record TiffPicture(
        long width,
        long height,
        Orientation orientation,
        ByteBuffer file,
        long bits,
        boolean inverted,
        boolean alpha)
        implements StoredPicture {

    /// A tile may be larger than its picture, but not by any factor.
    private static final long MOST_TILE_PIXELS = 4096 * 4096;

    static TiffPicture of(ByteBuffer file) throws PictureException {
        TiffDirectory tags = new TiffDirectory(file);
        long bits = tags.value(258, 1);
        boolean whole = tags.value(339, 1) == 1;
        boolean apart = tags.value(284, 1) == 2 && tags.value(277, 1) > 1;
        // OpenCV reads channels that lie apart as if they did not.
        if (!whole || bits > 16 || (apart && bits > 8)) {
            throw new PictureException("picture.depth", null);
        }
        long width = tags.value(256, 0);
        long height = tags.value(257, 0);
        long tile = Math.multiplyExact(tags.value(322, 0), tags.value(323, 0));
        boolean tiled = tile <= Math.max(MOST_TILE_PIXELS, Math.multiplyExact(width, height));
        // libtiff would take memory for strips and tiles of any size.
        if (!tiled || !fits(tags.largest(279), file) || !fits(tags.largest(325), file)) {
            throw new PictureException(null);
        }
        Orientation orientation = tags.orientation();
        // libtiff would obey some of the eight marks for some depths.
        tags.forgetOrientation();
        return new TiffPicture(
                width,
                height,
                orientation,
                file,
                bits,
                tags.value(262, 1) == 0,
                tags.value(338, 0) == 2);
    }

    private static boolean fits(long bytes, ByteBuffer file) {
        return bytes >= 0 && bytes <= file.limit();
    }

    @Override
    public Mat decode() throws PictureException {
        Mat picture = Codec.decode(file);
        boolean deep = bits > 8;
        // Up to 8 bits libtiff itself makes black of 0 where it should be, and multiplies by alpha.
        if (deep && inverted) Core.bitwise_not(picture, picture);
        return Tone.onBlack(picture, deep && alpha);
    }
}
