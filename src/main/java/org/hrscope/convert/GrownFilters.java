package org.hrscope.convert;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.Operation.Convolution;
import org.jspecify.annotations.Nullable;

/// One convolution of a [GrownNetwork].
///
/// @param weight,bias of the old network's convolution of that name, its batch norm folded in; null where it has none
record GrownFilters(
        Convolution of,
        @Nullable Tensor weight,
        @Nullable Tensor bias,
        HrNetSpec old,
        HrNetSpec grown)
        implements FilterValues {
    private static final long SEED = 20190225;
    private static final String MIX = "head.conv_layers.0";
    private static final int BRANCHES = 4;

    @Override
    public void putWeights(FloatBuffer to) {
        int cells = of.kernel() * of.kernel();
        int filters = weight == null ? 0 : weight.shape().size(0);
        int inputs = weight == null ? 0 : weight.shape().size(1);
        int[] origins = origins(inputs);
        SplittableRandom random = new SplittableRandom(SEED + of.weights().hashCode());
        double spread = 1 / Math.sqrt((double) of.in() * cells);
        for (int out = 0; out < of.out(); out++) {
            for (int in = 0; in < of.in(); in++) {
                for (int cell = 0; cell < cells; cell++) {
                    if (out >= filters || weight == null) {
                        double value = random.nextGaussian() * spread;
                        to.put(startsAtZero() ? 0 : (float) value);
                    } else if (origins[in] < 0) {
                        to.put(0);
                    } else {
                        to.put(weight.get((out * inputs + origins[in]) * cells + cell));
                    }
                }
            }
        }
    }

    @Override
    public void putBias(FloatBuffer to) {
        int filters = bias == null ? 0 : bias.shape().size(0);
        for (int out = 0; out < of.out(); out++) {
            to.put(bias == null || out >= filters ? 0 : bias.get(out));
        }
    }

    /// Whether new channels give nothing: in the last convolution of each block, and of paths that are new.
    private boolean startsAtZero() {
        boolean last = !of.relu() && of.norm().isPresent();
        return last && (weight == null || of.weights().endsWith(".conv2"));
    }

    /// For each input channel the old network's; -1 for new ones. Old ones come first, in a concatenation in each
    /// branch.
    private int[] origins(int inputs) {
        int[] origins = new int[of.in()];
        for (int i = 0; i < origins.length; i++) origins[i] = i < inputs ? i : -1;
        if (!of.weights().equals(MIX)) return origins;
        int at = 0;
        int from = 0;
        for (int branch = 0; branch < BRANCHES; branch++) {
            int had = old.channels(branch);
            for (int c = 0; c < grown.channels(branch); c++)
                origins[at++] = c < had ? from + c : -1;
            from += had;
        }
        return origins;
    }
}
