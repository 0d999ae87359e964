package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// JPEG (ITU-T T.81) with the Exif block of its first APP1 segment that holds one.
///
/// @param bounded a decoder is done with it in the time that its size takes
/// @param passes  its pixels are told in several passes, which a decoder waits for
/// @param ended   the end marker is there
record JpegPicture(
        long width,
        long height,
        Orientation orientation,
        ByteBuffer file,
        boolean bounded,
        boolean passes,
        boolean ended)
        implements StoredPicture {
    private static final int EXIF = 0x45786966;

    /// No block of 8x8 pixels is told in less than a bit, so no byte tells more.
    private static final int MOST_PIXELS_A_BYTE = 512;

    /// Each pass over a progressive picture costs as much as all of it; encoders make about ten.
    private static final int MOST_SCANS = 64;

    /// What may follow where the last pixel is told: nothing of it can be seen.
    private static final byte[][] SEQUELS = {{0}, {0x55, 0x2b, 0x71}, {0x33, 0x4d}};

    private static final int SEQUEL_BYTES = 240;

    static JpegPicture of(ByteBuffer in) throws PictureException {
        long width = 0;
        long height = 0;
        int frame = 0;
        int components = 0;
        Orientation orientation = Orientation.UPRIGHT;
        boolean exif = false;
        int at = marker(in, 2);
        int marker = in.get(at + 1) & 0xff;
        while (marker != 0xda) {
            int length = in.getShort(at + 2) & 0xffff;
            if (marker == 0xd9 || length < 2) throw new PictureException(null);
            if (begins(marker) && frame == 0) {
                height = in.getShort(at + 5) & 0xffff;
                width = in.getShort(at + 7) & 0xffff;
                components = in.get(at + 9);
                frame = marker;
            }
            if (!exif && marker == 0xe1 && length >= 8 && in.getInt(at + 4) == EXIF) {
                exif = true;
                orientation = TiffDirectory.orientation(in.slice(at + 4, length - 2));
            }
            at = marker(in, at + 2 + length);
            marker = in.get(at + 1) & 0xff;
        }
        boolean sparse = frame < 0xc8 && in.limit() * (long) MOST_PIXELS_A_BYTE < width * height;
        boolean bounded = !sparse && scans(in, at) <= MOST_SCANS;
        boolean passes = frame % 4 == 2 || in.get(at + 4) != components;
        int end = in.limit() - 2;
        while (end > at && (in.getShort(end) & 0xffff) != 0xffd9) end--;
        return new JpegPicture(width, height, orientation, in, bounded, passes, end > at);
    }

    /// Where the next marker begins; bytes that belong to nothing are passed over, as decoders do.
    private static int marker(ByteBuffer in, int from) {
        int at = from;
        while (in.get(at) != -1 || in.get(at + 1) == 0 || in.get(at + 1) == -1) at++;
        return at;
    }

    /// Whether it begins a frame, which tells the size; others of the row define tables.
    private static boolean begins(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private static int scans(ByteBuffer in, int from) {
        int scans = 0;
        for (int at = from; at + 1 < in.limit(); at++) {
            if (in.get(at) == -1 && in.get(at + 1) == (byte) 0xda) scans++;
        }
        return scans;
    }

    @Override
    public Mat decode() throws PictureException {
        if (!bounded) throw new PictureException(null);
        return Tone.onBlack(ended ? Codec.decode(file) : decodeEndless(), false);
    }

    /// Without an end marker the file may be cut off, and a decoder would paint the rest grey. It is whole where the
    /// picture stays the same whatever would follow.
    private Mat decodeEndless() throws PictureException {
        Mat picture = Codec.decode(followedBy(SEQUELS[0]));
        for (int i = 1; i < SEQUELS.length; i++) {
            Mat other = Codec.decode(followedBy(SEQUELS[i]));
            boolean same = Core.norm(picture, other, Core.NORM_INF) == 0;
            other.release();
            if (same) continue;
            picture.release();
            throw new PictureException(null);
        }
        return picture;
    }

    private ByteBuffer followedBy(byte[] sequel) {
        int whole = file.limit();
        while (file.get(whole - 1) == -1) whole--; // half an end marker
        ByteBuffer longer = ByteBuffer.allocate(whole + SEQUEL_BYTES + 2).put(file.slice(0, whole));
        for (int i = 0; i < SEQUEL_BYTES; i++) longer.put(sequel[i % sequel.length]);
        // Without need there is none here either: libjpeg would print that there are bytes too many
        // before it.
        if (passes) longer.putShort((short) 0xffd9);
        return longer.flip();
    }
}
