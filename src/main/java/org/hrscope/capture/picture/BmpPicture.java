package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// BMP of Windows and OS/2; the header length tells the versions apart. Parsed here because OpenCV knows few of
/// them: it turns OS/2 images grey, and ignores or misreads channel masks.
///
/// @param rows    as in the file: negative if stored top-down
/// @param bits    per pixel
/// @param raster  offset of the pixel data
/// @param colours how to decode a pixel
record BmpPicture(
        long width,
        long rows,
        int bits,
        boolean packed,
        int raster,
        BmpColours colours,
        ByteBuffer in)
        implements StoredPicture {
    private static final int FILE_HEADER = 14;

    private static final int OS2_HEADER = 12;

    /// OS/2 version 2, in which compression types 3 and 4 mean something else.
    private static final int OS2_LONG_HEADER = 64;

    private static final int PLAIN = 0;
    private static final int RUNS_OF_8 = 1;
    private static final int RUNS_OF_4 = 2;
    private static final int MASKS = 3;
    private static final int MASKS_WITH_ALPHA = 6;

    static BmpPicture of(ByteBuffer file) throws PictureException {
        ByteBuffer in = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int raster = in.getInt(10);
        int header = in.getInt(14);
        boolean os2 = header == OS2_HEADER;
        if (header < 16 && !os2) throw new PictureException(null);
        long width = os2 ? in.getShort(18) & 0xffff : in.getInt(18);
        long rows = os2 ? in.getShort(20) & 0xffff : in.getInt(22);
        int bits = in.getShort(os2 ? 24 : 28);
        int packing = header < 20 ? PLAIN : in.getInt(30);
        boolean known =
                switch (packing) {
                    case PLAIN -> true;
                    case RUNS_OF_8 -> bits == 8;
                    case RUNS_OF_4 -> bits == 4;
                    case MASKS, MASKS_WITH_ALPHA -> bits > 8 && header != OS2_LONG_HEADER;
                    default -> false;
                };
        if (!known || width <= 0 || rows == 0 || raster < FILE_HEADER + header) {
            throw new PictureException(null);
        }
        BmpColours colours =
                switch (bits) {
                    case 1, 2, 4, 8 ->
                            BmpColours.palette(
                                    in.slice(FILE_HEADER + header, raster - FILE_HEADER - header)
                                            .order(ByteOrder.LITTLE_ENDIAN),
                                    os2 ? 3 : 4);
                    case 16, 24, 32 -> masks(in, bits, packing, header);
                    default -> throw new PictureException(null);
                };
        boolean packed = packing == RUNS_OF_8 || packing == RUNS_OF_4;
        return new BmpPicture(width, rows, bits, packed, raster, colours, in);
    }

    /// The channel masks follow the header's first 40 bytes, whether they are part of the header or come after it.
    private static BmpColours masks(ByteBuffer in, int bits, int packing, int header) {
        if (packing == PLAIN) {
            return bits == 16
                    ? BmpColours.masks(0x7c00, 0x3e0, 0x1f, 0)
                    : BmpColours.masks(0xff0000, 0xff00, 0xff, 0);
        }
        boolean alpha = header >= 56 || packing == MASKS_WITH_ALPHA;
        return BmpColours.masks(
                in.getInt(54), in.getInt(58), in.getInt(62), alpha ? in.getInt(66) : 0);
    }

    @Override
    public long height() {
        return Math.abs(rows);
    }

    @Override
    public Mat decode() throws PictureException {
        int columns = (int) width;
        int lines = (int) height();
        ByteBuffer pixels = packed ? new BmpRuns(in, raster, bits == 4).unpack(columns, lines) : in;
        int pixelBits = packed ? 8 : bits;
        int first = packed ? 0 : raster;
        long stride = packed ? columns : (columns * (long) bits + 31) / 32 * 4;
        // The last row may lack its padding.
        long end = first + stride * (lines - 1) + (columns * (long) pixelBits + 7) / 8;
        if (end > pixels.limit()) throw new PictureException(null);
        Mat picture = new Mat(lines, columns, CvType.CV_8UC3);
        byte[] row = new byte[3 * columns];
        for (int y = 0; y < lines; y++) {
            int from = (int) (first + stride * y);
            for (int x = 0; x < columns; x++) {
                int bgr = colours.bgr(pixel(pixels, from, x, pixelBits));
                row[3 * x] = (byte) bgr;
                row[3 * x + 1] = (byte) (bgr >> 8);
                row[3 * x + 2] = (byte) (bgr >> 16);
            }
            picture.put(rows < 0 ? y : lines - 1 - y, 0, row);
        }
        return picture;
    }

    private static int pixel(ByteBuffer pixels, int from, int x, int bits) {
        return switch (bits) {
            case 8 -> pixels.get(from + x) & 0xff;
            case 16 -> pixels.getShort(from + 2 * x) & 0xffff;
            case 24 ->
                    pixels.getShort(from + 3 * x) & 0xffff
                            | (pixels.get(from + 3 * x + 2) & 0xff) << 16;
            case 32 -> pixels.getInt(from + 4 * x);
            default -> {
                int bit = x * bits;
                yield pixels.get(from + bit / 8) >> 8 - bits - bit % 8 & (1 << bits) - 1;
            }
        };
    }
}
