package org.hrscope.capture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What a picture's first bytes promise, read before any memory is taken for its pixels: PNG, JPEG, BMP, WebP, TIFF and
/// PNM headers, by their published layouts.
///
/// @param pixels      width times height; 0 where the header cannot be read, which the decoder then says better
/// @param transparent the file has an alpha channel
/// @param cutOff      the end is missing although a decoder would still show something (JPEG)
record PictureHeader(long pixels, boolean transparent, boolean cutOff) {
    private static final PictureHeader UNKNOWN = new PictureHeader(0, false, false);

    static PictureHeader of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        try {
            return switch (in.getShort(0) & 0xffff) {
                case 0x8950 -> png(in);
                case 0xffd8 -> jpeg(in);
                case 0x424d -> bmp(in.order(ByteOrder.LITTLE_ENDIAN));
                case 0x5249 -> webp(in.order(ByteOrder.LITTLE_ENDIAN));
                case 0x4949 -> tiff(in.order(ByteOrder.LITTLE_ENDIAN));
                case 0x4d4d -> tiff(in);
                default -> file[0] == 'P' ? pnm(file) : UNKNOWN;
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NumberFormatException e) {
            return UNKNOWN;
        }
    }

    private static PictureHeader sized(long width, long height, boolean transparent) {
        return new PictureHeader(Math.abs(width) * Math.abs(height), transparent, false);
    }

    private static PictureHeader png(ByteBuffer in) {
        int colour = in.get(25);
        boolean transparent = (colour & 4) != 0;
        // A palette or one colour made transparent: the chunk comes before the pixels.
        for (int at = 33; !transparent && at + 8 <= in.limit(); ) {
            int name = in.getInt(at + 4);
            if (name == 0x49444154) break; // IDAT
            transparent = name == 0x74524e53; // tRNS
            at = Math.addExact(at, Math.addExact(12, in.getInt(at)));
        }
        return sized(in.getInt(16) & 0xffffffffL, in.getInt(20) & 0xffffffffL, transparent);
    }

    private static PictureHeader jpeg(ByteBuffer in) {
        int at = 2;
        long pixels = 0;
        while (true) {
            int marker = in.getShort(at) & 0xffff;
            int length = in.getShort(at + 2) & 0xffff;
            boolean frame =
                    marker >= 0xffc0
                            && marker <= 0xffcf
                            && marker != 0xffc4
                            && marker != 0xffc8
                            && marker != 0xffcc;
            if (frame) {
                pixels = (long) (in.getShort(at + 5) & 0xffff) * (in.getShort(at + 7) & 0xffff);
            }
            if (marker == 0xffda) break; // the pixels begin
            at += length + 2;
        }
        int end = in.limit() - 2;
        while (end > at && (in.getShort(end) & 0xffff) != 0xffd9) end--;
        return new PictureHeader(pixels, false, end <= at);
    }

    private static PictureHeader bmp(ByteBuffer in) {
        return sized(in.getInt(18), in.getInt(22), false);
    }

    private static PictureHeader webp(ByteBuffer in) {
        return switch (in.getInt(12)) {
            case 0x20385056 -> // "VP8 "
                    sized(in.getShort(26) & 0x3fff, in.getShort(28) & 0x3fff, false);
            case 0x4c385056 -> { // "VP8L"
                int bits = in.getInt(21);
                yield sized(
                        (bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1, (bits >>> 28 & 1) != 0);
            }
            case 0x58385056 -> // "VP8X"
                    sized(
                            (in.getInt(24) & 0xffffff) + 1L,
                            (in.getInt(26) >>> 8) + 1L,
                            (in.get(20) & 0x10) != 0);
            default -> UNKNOWN;
        };
    }

    private static PictureHeader tiff(ByteBuffer in) {
        int directory = in.getInt(4);
        long width = 0;
        long height = 0;
        for (int i = 0; i < (in.getShort(directory) & 0xffff); i++) {
            int entry = directory + 2 + 12 * i;
            long value =
                    in.getShort(entry + 2) == 3
                            ? in.getShort(entry + 8) & 0xffff
                            : in.getInt(entry + 8);
            int tag = in.getShort(entry) & 0xffff;
            if (tag == 256) width = value;
            if (tag == 257) height = value;
        }
        return sized(width, height, false);
    }

    private static PictureHeader pnm(byte[] file) {
        String head =
                new String(
                        file,
                        0,
                        Math.min(file.length, 512),
                        java.nio.charset.StandardCharsets.ISO_8859_1);
        String[] words = head.replaceAll("#[^\n]*", " ").split("\\s+", 4);
        return sized(Integer.parseInt(words[1]), Integer.parseInt(words[2]), false);
    }
}
