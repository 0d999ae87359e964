package org.hrscope.capture.figure;

import java.util.SplittableRandom;

/// What does not change with the clothes: the colours of skin and hair.
record Complexion(Colour skin, Colour hair) {
    private static final int[][] SKIN_AND_HAIR = {
        {0xE8B894, 0x4A2F22},
        {0xDBA27C, 0x2B2024},
        {0xF1CBAE, 0x8A5530},
        {0xB07B54, 0x241A1A},
        {0x8A5A3C, 0x1E1618}
    };

    static Complexion of(long seed) {
        int[] both = SKIN_AND_HAIR[new SplittableRandom(seed).nextInt(SKIN_AND_HAIR.length)];
        return new Complexion(Colour.of(both[0]), Colour.of(both[1]));
    }
}
