package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/// WebP (RFC 9649); of an animation the first frame, which OpenCV's reader rejects.
///
/// @param first   the first frame of an animation as a file of its own, and its offset; null for a still image
/// @param animated whether the animation has more
record WebpPicture(
        long width,
        long height,
        Orientation orientation,
        ByteBuffer file,
        @Nullable First first,
        boolean animated)
        implements StoredPicture {
    private static final int RIFF = 0x46464952;
    private static final int WEBP = 0x50424557;
    private static final int VP8 = 0x20385056;
    private static final int VP8L = 0x4c385056;
    private static final int VP8X = 0x58385056;
    private static final int ALPH = 0x48504c41;
    private static final int ANMF = 0x464d4e41;
    private static final int EXIF = 0x46495845;

    record First(int left, int top, ByteBuffer file) {}

    static WebpPicture of(ByteBuffer file) throws PictureException {
        ByteBuffer in = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt(0) != RIFF || in.getInt(8) != WEBP) throw new PictureException(null);
        return switch (in.getInt(12)) {
            case VP8 -> still(in.getShort(26) & 0x3fff, in.getShort(28) & 0x3fff, file);
            case VP8L -> {
                int bits = in.getInt(21);
                yield still((bits & 0x3fff) + 1L, (bits >>> 14 & 0x3fff) + 1L, file);
            }
            case VP8X -> extended(in, file);
            default -> throw new PictureException(null);
        };
    }

    private static WebpPicture still(long width, long height, ByteBuffer file) {
        return new WebpPicture(width, height, Orientation.UPRIGHT, file, null, false);
    }

    private static WebpPicture extended(ByteBuffer in, ByteBuffer file) {
        Orientation orientation = Orientation.UPRIGHT;
        @Nullable First first = null;
        boolean animated = false;
        long length;
        for (long at = 12; at + 8 <= in.limit(); at += 8 + length + length % 2) {
            int chunk = (int) at;
            length = in.getInt(chunk + 4) & 0xffffffffL;
            if (chunk + 8 + length > in.limit()) { // the decoder decides whether that matters
                animated |= first != null && in.getInt(chunk) == ANMF;
                break;
            }
            switch (in.getInt(chunk)) {
                case ANMF -> {
                    animated = first != null;
                    if (first == null) first = first(in.slice(chunk + 8, (int) length));
                }
                case EXIF ->
                        orientation = TiffDirectory.orientation(in.slice(chunk + 8, (int) length));
                default -> {}
            }
        }
        long width = u24(in, 24) + 1L;
        long height = u24(in, 27) + 1L;
        return new WebpPicture(width, height, orientation, file, first, animated);
    }

    /// @param frame contents of an ANMF chunk
    private static First first(ByteBuffer frame) {
        ByteBuffer in = frame.order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer still = ByteBuffer.allocate(in.limit() + 30).order(ByteOrder.LITTLE_ENDIAN);
        still.putInt(RIFF).putInt(in.limit() - 16 + 22).putInt(WEBP);
        boolean alpha = in.getInt(16) == ALPH;
        still.putInt(VP8X).putInt(10).putInt(alpha ? 0x10 : 0);
        still.put(in.slice(6, 6)); // width and height
        still.put(in.slice(16, in.limit() - 16));
        return new First(2 * u24(in, 0), 2 * u24(in, 3), still.flip());
    }

    private static int u24(ByteBuffer in, int at) {
        return (in.getShort(at) & 0xffff) | (in.get(at + 2) & 0xff) << 16;
    }

    @Override
    public Mat decode() throws PictureException {
        if (first == null) return Tone.onBlack(Codec.decode(file), true);
        Mat picture = Tone.onBlack(Codec.decode(first.file), true);
        Rect place = new Rect(first.left, first.top, picture.cols(), picture.rows());
        if (place.equals(new Rect(0, 0, (int) width, (int) height))) return picture;
        try {
            if (place.x + place.width > width || place.y + place.height > height) {
                throw new PictureException(null);
            }
            Mat canvas = new Mat((int) height, (int) width, picture.type(), new Scalar(0));
            Mat part = canvas.submat(place);
            picture.copyTo(part);
            part.release();
            return canvas;
        } finally {
            picture.release();
        }
    }
}
