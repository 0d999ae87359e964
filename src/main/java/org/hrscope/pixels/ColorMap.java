package org.hrscope.pixels;

/// Colour maps safe for colour-blind viewers: viridis, magma and cividis for sequential values, and a diverging
/// blue-grey-red for signed ones. Linear interpolation between anchors of matplotlib's maps.
public enum ColorMap {
    VIRIDIS(
            0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58,
            0xb5de2b, 0xfde725),
    MAGMA(
            0x000004, 0x180f3d, 0x440f76, 0x721f81, 0x9e2f7f, 0xcd4071, 0xf1605d, 0xfd9668,
            0xfeca8d, 0xfcfdbf),
    CIVIDIS(
            0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369,
            0xe1cc55, 0xfee838),
    DIVERGING(
            0x053061, 0x2e78b5, 0x7bb6d6, 0xcfe4ef, 0xf5f5f4, 0xfcd7c2, 0xee9677, 0xc63e3f,
            0x67001f);

    private static final int STEPS = 256;

    private final int[] table = new int[STEPS];

    ColorMap(int... anchors) {
        for (int i = 0; i < STEPS; i++) {
            double at = i * (anchors.length - 1) / (double) (STEPS - 1);
            int from = Math.min((int) at, anchors.length - 2);
            table[i] = mix(anchors[from], anchors[from + 1], at - from);
        }
    }

    private static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xff;
            int b = to >> shift & 0xff;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }

    /// 0xRRGGBB for a value in 0..1; clamped, NaN counts as 0.
    public int rgb(float value) {
        return table[Math.clamp((int) (value * (STEPS - 1) + 0.5f), 0, STEPS - 1)];
    }
}
