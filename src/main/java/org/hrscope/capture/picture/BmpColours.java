package org.hrscope.capture.picture;

import java.nio.ByteBuffer;

/// What the bits of a BMP's pixel mean: a place in a palette, or colours under masks. Colours are 0xRRGGBB.
interface BmpColours {

    /// On black where the pixel is transparent.
    int bgr(int pixel);

    /// Black where a pixel points behind the last colour.
    ///
    /// @param size bytes a colour: blue, green, red, and one that means nothing
    static BmpColours palette(ByteBuffer colours, int size) {
        int[] table = new int[256];
        for (int i = 0; i < table.length && (i + 1) * size <= colours.limit(); i++) {
            int at = i * size;
            table[i] = colours.getShort(at) & 0xffff | (colours.get(at + 2) & 0xff) << 16;
        }
        return pixel -> table[pixel];
    }

    /// @param alpha 0 where every pixel is opaque
    static BmpColours masks(int red, int green, int blue, int alpha) {
        return pixel -> {
            int opaque = alpha == 0 ? 255 : channel(pixel, alpha);
            return over(channel(pixel, red), opaque) << 16
                    | over(channel(pixel, green), opaque) << 8
                    | over(channel(pixel, blue), opaque);
        };
    }

    /// The bits under the mask, 0 to 255.
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
