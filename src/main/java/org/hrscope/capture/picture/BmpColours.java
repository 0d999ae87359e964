package org.hrscope.capture.picture;

import java.nio.ByteBuffer;

/// How a BMP encodes a pixel: a palette index, or channels under bit masks. Colours are 0xRRGGBB.
interface BmpColours {

    /// Transparent pixels are composited on black.
    int bgr(int pixel);

    /// Out-of-range indices are black.
    ///
    /// @param size bytes per entry: blue, green, red and, in newer versions, an unused one
    static BmpColours palette(ByteBuffer colours, int size) {
        int[] table = new int[256];
        for (int i = 0; i < table.length && (i + 1) * size <= colours.limit(); i++) {
            int at = i * size;
            table[i] = colours.getShort(at) & 0xffff | (colours.get(at + 2) & 0xff) << 16;
        }
        return pixel -> table[pixel];
    }

    /// @param alpha 0 if every pixel is opaque
    static BmpColours masks(int red, int green, int blue, int alpha) {
        return pixel -> {
            int opaque = alpha == 0 ? 255 : channel(pixel, alpha);
            return over(channel(pixel, red), opaque) << 16
                    | over(channel(pixel, green), opaque) << 8
                    | over(channel(pixel, blue), opaque);
        };
    }

    /// The masked bits, scaled to 0..255.
    private static int channel(int pixel, int mask) {
        if (mask == 0) return 0;
        int low = Integer.numberOfTrailingZeros(mask);
        long most = Integer.toUnsignedLong(mask >>> low);
        return (int) ((Integer.toUnsignedLong((pixel & mask) >>> low) * 255 + most / 2) / most);
    }

    private static int over(int channel, int opaque) {
        return (channel * opaque + 127) / 255;
    }
}
