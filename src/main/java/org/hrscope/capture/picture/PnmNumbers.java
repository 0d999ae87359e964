package org.hrscope.capture.picture;

import java.nio.ByteBuffer;

/// The ASCII numbers of a PNM file: digits separated by whitespace, with comments from `#` to the end of the line.
final class PnmNumbers {
    private final ByteBuffer in;
    private int at;

    PnmNumbers(ByteBuffer in, int from) {
        this.in = in;
        at = from;
    }

    /// Just after the last digit read.
    int position() {
        return at;
    }

    /// @throws PictureException if there is none, or it is out of range
    int next() throws PictureException {
        skip();
        long number = 0;
        int from = at;
        for (; at < in.limit() && in.get(at) >= '0' && in.get(at) <= '9'; at++) {
            number = 10 * number + in.get(at) - '0';
            if (number > Integer.MAX_VALUE) throw new PictureException(null);
        }
        if (at == from) throw new PictureException(null);
        return (int) number;
    }

    /// P1 bits need no whitespace between them.
    int bit() throws PictureException {
        skip();
        int bit = in.get(at++) - '0';
        if (bit != 0 && bit != 1) throw new PictureException(null);
        return bit;
    }

    private void skip() {
        boolean comment = false;
        for (; at < in.limit(); at++) {
            int c = in.get(at);
            if (c == '#') comment = true;
            if (c == '\n' || c == '\r') comment = false;
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (!comment && !blank) return;
        }
    }
}
