package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.Mat;

/// JPEG 2000 (ISO/IEC 15444-1): a JP2 file or a bare codestream.
record Jpeg2000Picture(long width, long height, ByteBuffer file) implements StoredPicture {
    private static final int SIGNATURE = 0x6a502020;
    private static final int CODESTREAM = 0x6a703263;

    /// SOC and SIZ, the first markers of a codestream.
    private static final int START = 0xff4fff51;

    /// A single-colour image of 100 million pixels reaches 36,000; a header that claims more would just keep the
    /// decoder busy.
    private static final long MOST_PIXELS_A_BYTE = 50_000;

    static Jpeg2000Picture of(ByteBuffer in) throws PictureException {
        int at = in.getInt(0) == START ? 0 : codestream(in);
        if (in.getInt(at) != START) throw new PictureException(null);
        long width = u32(in, at + 8) - u32(in, at + 16);
        long height = u32(in, at + 12) - u32(in, at + 20);
        if (width <= 0 || height <= 0) throw new PictureException(null);
        return new Jpeg2000Picture(width, height, in);
    }

    private static int codestream(ByteBuffer in) throws PictureException {
        if (in.getInt(4) != SIGNATURE) throw new PictureException(null);
        long at = 0;
        while (in.getInt(Math.toIntExact(at) + 4) != CODESTREAM) {
            long length = u32(in, (int) at);
            if (length == 1) length = in.getLong((int) at + 8);
            if (length < 8) throw new PictureException(null);
            at = Math.addExact(at, length);
        }
        return (int) at + (u32(in, (int) at) == 1 ? 16 : 8);
    }

    private static long u32(ByteBuffer in, int at) {
        return in.getInt(at) & 0xffffffffL;
    }

    @Override
    public Mat decode() throws PictureException {
        if (width * height > file.limit() * MOST_PIXELS_A_BYTE) throw new PictureException(null);
        return Tone.onBlack(Codec.decode(file), true);
    }
}
