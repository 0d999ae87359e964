package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.opencv.core.Mat;

/// BMP of Windows and OS/2, told apart by the length of the header; a negative height stands for rows from top to bottom.
record BmpPicture(long width, long height, ByteBuffer file) implements StoredPicture {
    private static final int OS2_HEADER = 12;

    static BmpPicture of(ByteBuffer file) throws PictureException {
        ByteBuffer in = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        boolean os2 = in.getInt(14) == OS2_HEADER;
        long width = os2 ? in.getShort(18) & 0xffff : in.getInt(18);
        long height = os2 ? in.getShort(20) & 0xffff : in.getInt(22);
        if (width <= 0 || height == 0) throw new PictureException(null);
        return new BmpPicture(width, Math.abs(height), file);
    }

    @Override
    public Mat decode() throws PictureException {
        return Tone.onBlack(Codec.decode(file), true);
    }
}
