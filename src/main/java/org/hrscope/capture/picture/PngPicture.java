package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/// PNG (ISO/IEC 15948); of an animated PNG, the default image.
///
/// @param essentials the file reduced to the chunks that define pixels, so that a damaged or explosive text or
///     colour profile does no harm; a missing end after the last pixel is restored
/// @param depth      bits per channel
/// @param key        the one transparent grey value, at that depth; -1 if none
/// @param animated   it has more frames
record PngPicture(
        long width,
        long height,
        Orientation orientation,
        ByteBuffer essentials,
        int depth,
        int key,
        boolean animated)
        implements StoredPicture {
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504c5445;
    private static final int TRNS = 0x74524e53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;
    private static final int EXIF = 0x65584966;
    private static final int ACTL = 0x6163544c;

    /// Overhead of a chunk: length, type and CRC.
    private static final int FRAME = 12;

    private static final byte[] END = {
        0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82
    };

    static PngPicture of(ByteBuffer in) throws PictureException {
        ByteBuffer kept = ByteBuffer.allocate(in.limit() + END.length).put(0, in, 0, 8).position(8);
        Orientation orientation = Orientation.UPRIGHT;
        int key = -1;
        boolean pixels = false;
        boolean animated = false;
        for (int at = 8; at + FRAME <= in.limit(); ) {
            long length = in.getInt(at) & 0xffffffffL;
            int name = in.getInt(at + 4);
            if (name == IEND) break;
            boolean whole = at + FRAME + length <= in.limit();
            // Truncated after the last pixel: nothing is lost.
            if (!whole && pixels && name != IDAT) break;
            if (!whole) throw new PictureException(null);
            switch (name) {
                case IHDR, PLTE, IDAT, TRNS -> kept.put(in.slice(at, (int) length + FRAME));
                case EXIF ->
                        orientation = TiffDirectory.orientation(in.slice(at + 8, (int) length));
                case ACTL -> animated = length == 8 && in.getInt(at + 8) > 1;
                default -> {}
            }
            pixels |= name == IDAT;
            if (name == TRNS && in.get(25) == 0 && length >= 2) key = in.getShort(at + 8) & 0xffff;
            at += (int) length + FRAME;
        }
        if (in.getInt(12) != IHDR || !pixels) throw new PictureException(null);
        return new PngPicture(
                in.getInt(16) & 0xffffffffL,
                in.getInt(20) & 0xffffffffL,
                orientation,
                kept.put(END).flip(),
                in.get(24),
                key,
                animated);
    }

    @Override
    public Mat decode() throws PictureException {
        Mat picture = Codec.decode(essentials);
        // OpenCV handles a transparent colour key only for colour images.
        if (key >= 0 && picture.channels() == 1) blackOut(picture);
        return Tone.onBlack(picture, true);
    }

    private void blackOut(Mat picture) {
        int most = (1 << depth) - 1;
        int grey = key & most;
        int stored = picture.depth() == CvType.CV_8U ? grey * 255 / most : grey;
        Mat clear = new Mat();
        Core.compare(picture, new Scalar(stored), clear, Core.CMP_EQ);
        picture.setTo(new Scalar(0), clear);
        clear.release();
    }
}
