package org.hrscope.capture.picture;

import java.nio.ByteBuffer;

/// The run lengths that BMP packs pixels of 4 or 8 bits with: pairs of how many and what; behind a zero stand the end of
/// a row or of the picture, a jump, or pixels that are no run.
final class BmpRuns {
    private static final int END_OF_ROW = 0;
    private static final int END = 1;
    private static final int JUMP = 2;

    /// A run of 255 takes two bytes.
    private static final long MOST_PIXELS_A_BYTE = 128;

    private final ByteBuffer in;
    private final boolean halves;
    private int at;

    /// @param halves two pixels a byte
    BmpRuns(ByteBuffer in, int from, boolean halves) {
        this.in = in;
        this.halves = halves;
        at = from;
    }

    /// One byte a pixel, without padding; pixels that are jumped over are 0.
    ///
    /// @throws PictureException where the picture does not come to its end
    ByteBuffer unpack(int columns, int rows) throws PictureException {
        if ((long) columns * rows > in.limit() * MOST_PIXELS_A_BYTE) {
            throw new PictureException(null);
        }
        byte[] pixels = new byte[columns * rows];
        int x = 0;
        int y = 0;
        // Some writers leave the mark out behind the last pixel.
        while (y < rows && !(y == rows - 1 && x >= columns && at >= in.limit())) {
            if (at + 2 > in.limit()) throw new PictureException(null);
            int count = in.get(at) & 0xff;
            int what = in.get(at + 1) & 0xff;
            at += 2;
            if (count == 0 && what == END) break;
            if (count == 0 && what == END_OF_ROW) {
                x = 0;
                y++;
            } else if (count == 0 && what == JUMP) {
                if (at + 2 > in.limit()) throw new PictureException(null);
                x += in.get(at) & 0xff;
                y += in.get(at + 1) & 0xff;
                at += 2;
            } else {
                int length = count == 0 ? what : count;
                int bytes = halves ? (length + 1) / 2 : length;
                if (count == 0 && at + bytes > in.limit()) throw new PictureException(null);
                for (int i = 0; i < length && x < columns; i++, x++) {
                    int pair = count == 0 ? in.get(at + (halves ? i / 2 : i)) : what;
                    int pixel = !halves ? pair : i % 2 == 0 ? pair >> 4 : pair;
                    pixels[y * columns + x] = (byte) (halves ? pixel & 0xf : pixel);
                }
                if (count == 0) at += bytes + bytes % 2;
            }
        }
        return ByteBuffer.wrap(pixels);
    }
}
