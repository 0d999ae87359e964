package org.hrscope.capture.picture;

import java.nio.ByteBuffer;

/// BMP run-length encoding of 4- and 8-bit pixels: (count, value) pairs; a zero count escapes to end of row, end of
/// image, a jump, or literal pixels.
final class BmpRuns {
    private static final int END_OF_ROW = 0;
    private static final int END = 1;
    private static final int JUMP = 2;

    /// A run of 255 pixels takes two bytes.
    private static final long MOST_PIXELS_A_BYTE = 128;

    private final ByteBuffer in;
    private final boolean halves;
    private int at;

    /// @param halves two pixels per byte
    BmpRuns(ByteBuffer in, int from, boolean halves) {
        this.in = in;
        this.halves = halves;
        at = from;
    }

    /// One byte per pixel, no padding; skipped pixels are 0.
    ///
    /// @throws PictureException if the data ends before the image does
    ByteBuffer unpack(int columns, int rows) throws PictureException {
        if ((long) columns * rows > in.limit() * MOST_PIXELS_A_BYTE) {
            throw new PictureException(null);
        }
        byte[] pixels = new byte[columns * rows];
        int x = 0;
        int y = 0;
        // Some writers omit the end marker after the last pixel.
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
