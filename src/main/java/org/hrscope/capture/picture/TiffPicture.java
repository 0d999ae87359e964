package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// The first image of a TIFF or BigTIFF file (TIFF 6.0) with integers of up to 16 bits.
///
/// @param bits     per channel
/// @param inverted 0 is white
/// @param alpha    the fourth channel is unassociated (not premultiplied) alpha
/// @param pages    there are others
record TiffPicture(
        long width,
        long height,
        Orientation orientation,
        ByteBuffer file,
        long bits,
        boolean inverted,
        boolean alpha,
        boolean pages)
        implements StoredPicture {

    /// A tile may be larger than its image, but within reason.
    private static final long MOST_TILE_PIXELS = 4096 * 4096;

    static TiffPicture of(ByteBuffer file) throws PictureException {
        TiffDirectory tags = new TiffDirectory(file);
        long bits = tags.value(258, 1);
        boolean whole = tags.value(339, 1) == 1;
        boolean apart = tags.value(284, 1) == 2 && tags.value(277, 1) > 1;
        // OpenCV reads planar images as if they were interleaved.
        if (!whole || bits > 16 || (apart && bits > 8)) {
            throw new PictureException("picture.depth", null);
        }
        long width = tags.value(256, 0);
        long height = tags.value(257, 0);
        long tile = Math.multiplyExact(tags.value(322, 0), tags.value(323, 0));
        boolean tiled = tile <= Math.max(MOST_TILE_PIXELS, Math.multiplyExact(width, height));
        // libtiff would allocate strips and tiles of any size.
        if (!tiled || !fits(tags.largest(279), file) || !fits(tags.largest(325), file)) {
            throw new PictureException(null);
        }
        Orientation orientation = tags.orientation();
        // libtiff would apply some of the eight orientations at some depths.
        tags.forgetOrientation();
        return new TiffPicture(
                width,
                height,
                orientation,
                file,
                bits,
                tags.value(262, 1) == 0,
                tags.value(338, 0) == 2,
                tags.pageFollows());
    }

    private static boolean fits(long bytes, ByteBuffer file) {
        return bytes >= 0 && bytes <= file.limit();
    }

    @Override
    public Mat decode() throws PictureException {
        Mat picture = Codec.decode(file);
        boolean deep = bits > 8;
        // Up to 8 bits, libtiff itself inverts and premultiplies.
        if (deep && inverted) Core.bitwise_not(picture, picture);
        return Tone.onBlack(picture, deep && alpha);
    }
}
