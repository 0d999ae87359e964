package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// JPEG (ITU-T T.81), with the Exif block from its first APP1 segment that has one.
///
/// @param bounded  decoding time is proportional to the image's size
/// @param passes   coded in several scans, all of which the decoder waits for
/// @param restarts has restart markers
/// @param end      whether the end marker is present
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
        /// Complete, except perhaps for the end marker.
        UNMARKED,
        CUT_OFF
    }

    /// An 8x8 block takes at least one bit.
    private static final int MOST_PIXELS_A_BYTE = 512;

    /// Each scan of a progressive image costs a full pass; encoders make about ten.
    private static final int MOST_SCANS = 64;

    /// Probes to append where the data stops, to see whether any pixel still changes. They start with the bits 00,
    /// 01, 10 and 11, so that a truncated code cannot complete to the same value under all four.
    private static final byte[][] SEQUELS = {
        {0}, {0x55, 0x2b, 0x71}, {(byte) 0xaa, 0x4d}, {(byte) 0xd9, (byte) 0x99}
    };

    /// Per block in a row of blocks: more than the longest codes for 64 coefficients of three components. A decoder
    /// that runs out of data within a row discards the whole row and repeats the previous one, whatever follows.
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

    /// Offset of the next marker; skips stray bytes, as decoders do.
    private static int marker(ByteBuffer in, int from) {
        int at = from;
        while (in.get(at) != -1 || in.get(at + 1) == 0 || in.get(at + 1) == -1) at++;
        return at;
    }

    /// Whether it is a frame header (SOFn), which has the size; the other codes in this range define tables.
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

    /// Without an end marker the file may be truncated, and the decoder would paint the rest grey. It is complete
    /// if the pixels do not depend on what is appended.
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
        while (file.get(whole - 1) == -1) whole--; // half of an end marker
        int sequelBytes = SEQUEL_BYTES_A_BLOCK * (int) (width / 8 + 2);
        ByteBuffer longer = ByteBuffer.allocate(whole + sequelBytes + 2).put(file.slice(0, whole));
        for (int i = 0; i < sequelBytes; i++) longer.put(sequel[i % sequel.length]);
        // The decoder may be inside entropy-coded data, or expect any of the eight restart markers.
        for (int i = 1; restarts && i <= sequelBytes / RESTART_BYTES; i++) {
            longer.putShort(whole + i * RESTART_BYTES - 2, (short) (0xffd0 + i % 8));
        }
        // No end marker unless needed: libjpeg would print a warning about extraneous bytes before
        // it.
        if (passes) longer.putShort((short) 0xffd9);
        return longer.flip();
    }
}
