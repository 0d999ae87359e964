package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// JPEG (ITU-T T.81) with the Exif block of its first APP1 segment that holds one.
///
/// @param bounded  a decoder is done with it in the time that its size takes
/// @param passes   its pixels are told in several passes, which a decoder waits for
/// @param restarts between its pixels stand restart markers
/// @param end      whether the file has one
record JpegPicture(
        long width,
        long height,
        Orientation orientation,
        ByteBuffer file,
        boolean bounded,
        boolean passes,
        boolean restarts,
        End end)
        implements StoredPicture {
    private static final int EXIF = 0x45786966;

    enum End {
        MARKED,
        /// All of the file may be there but the marker.
        UNMARKED,
        CUT_OFF
    }

    /// No block of 8x8 pixels is told in less than a bit, so no byte tells more.
    private static final int MOST_PIXELS_A_BYTE = 512;

    /// Each pass over a progressive picture costs as much as all of it; encoders make about ten.
    private static final int MOST_SCANS = 64;

    /// What may follow where the last pixel is told: nothing of it can be seen. They begin with the bits 00, 01, 10 and
    /// 11, so that no code that was cut in two comes to the same end with all of them.
    private static final byte[][] SEQUELS = {
        {0}, {0x55, 0x2b, 0x71}, {(byte) 0xaa, 0x4d}, {(byte) 0xd9, (byte) 0x99}
    };

    /// Of a block in a row of blocks: more than the longest codes for its 64 coefficients take in three components. A
    /// decoder that runs dry within a row gives up the whole row, and shows the one before in its place whatever follows.
    private static final int SEQUEL_BYTES_A_BLOCK = 1024;

    private static final int RESTART_BYTES = 30;

    static JpegPicture of(ByteBuffer in) throws PictureException {
        long width = 0;
        long height = 0;
        int frame = 0;
        int components = 0;
        Orientation orientation = Orientation.UPRIGHT;
        boolean exif = false;
        boolean restarts = false;
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
            if (marker == 0xdd) restarts = in.getShort(at + 4) != 0;
            at = marker(in, at + 2 + length);
            marker = in.get(at + 1) & 0xff;
        }
        boolean sparse = frame < 0xc8 && in.limit() * (long) MOST_PIXELS_A_BYTE < width * height;
        boolean bounded = !sparse && JpegScans.count(in, at) <= MOST_SCANS;
        boolean passes = frame % 4 == 2 || in.get(at + 4) != components;
        return new JpegPicture(
                width, height, orientation, in, bounded, passes, restarts, end(in, at, components));
    }

    private static End end(ByteBuffer in, int scan, int components) {
        for (int at = in.limit() - 2; at > scan; at--) {
            if ((in.getShort(at) & 0xffff) == 0xffd9) return End.MARKED;
        }
        return JpegScans.complete(in, scan, components) ? End.UNMARKED : End.CUT_OFF;
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

    @Override
    public Mat decode() throws PictureException {
        if (!bounded || end == End.CUT_OFF) throw new PictureException(null);
        return Tone.onBlack(end == End.MARKED ? Codec.decode(file) : decodeUnmarked(), false);
    }

    /// Without an end marker the file may be cut off, and a decoder would paint the rest grey. It is whole where the
    /// picture stays the same whatever would follow.
    private Mat decodeUnmarked() throws PictureException {
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
        int sequelBytes = SEQUEL_BYTES_A_BLOCK * (int) (width / 8 + 2);
        ByteBuffer longer = ByteBuffer.allocate(whole + sequelBytes + 2).put(file.slice(0, whole));
        for (int i = 0; i < sequelBytes; i++) longer.put(sequel[i % sequel.length]);
        // The decoder may be among pixels, or wait for any of the eight.
        for (int i = 1; restarts && i <= sequelBytes / RESTART_BYTES; i++) {
            longer.putShort(whole + i * RESTART_BYTES - 2, (short) (0xffd0 + i % 8));
        }
        // Without need there is no end here either: libjpeg would print that there are bytes too
        // many before it.
        if (passes) longer.putShort((short) 0xffd9);
        return longer.flip();
    }
}
