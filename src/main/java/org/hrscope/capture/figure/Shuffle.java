package org.hrscope.capture.figure;

import java.util.SplittableRandom;

/// Shuffled orders from a seed: each round has its own, computable without the rounds before it.
final class Shuffle {
    private Shuffle() {}

    static int[] order(long seed, long round, int count) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + round);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
