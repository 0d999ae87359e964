package org.hrscope.quantise;

/// How far the 256 levels of a tensor reach: a wider range clips less and rounds more.
public enum RangeChoice {
    /// For each tensor the range with the least fourth power of the error, clipping and rounding together: few large
    /// errors move a peak further than many small ones.
    AUTO {
        @Override
        ValueRange of(Histogram seen) {
            RangeError error = new RangeError(seen);
            ValueRange best = MIN_MAX.of(seen);
            for (boolean upper : new boolean[] {true, false}) {
                ValueRange from = best;
                double least = error.fourth(best);
                for (int i = STEPS / 4; i < STEPS; i++) {
                    double share = (double) i / STEPS;
                    ValueRange tried =
                            upper
                                    ? new ValueRange(from.least(), from.most() * share)
                                    : new ValueRange(from.least() * share, from.most());
                    double there = error.fourth(tried);
                    if (there >= least) continue;
                    least = there;
                    best = tried;
                }
            }
            return best;
        }
    },

    /// From the least to the largest value seen: nothing is clipped.
    MIN_MAX {
        @Override
        ValueRange of(Histogram seen) {
            return new ValueRange(seen.least(), seen.most());
        }
    },

    /// Without the outermost 0.01 % of the values.
    PERCENTILE {
        @Override
        ValueRange of(Histogram seen) {
            long all = 0;
            for (long count : seen.counts()) all += count;
            boolean twoSided = seen.least() < 0 && seen.most() > 0;
            double cut = all * CUT / (twoSided ? 2 : 1);
            int high = Histogram.BINS;
            for (double above = 0; high > 0; high--) {
                above += seen.counts()[high - 1];
                if (above > cut) break;
            }
            int low = 0;
            for (double below = 0; low < Histogram.BINS - 1; low++) {
                below += seen.counts()[low];
                if (below > cut) break;
            }
            return new ValueRange(
                    Math.max(seen.least(), seen.edge(low)), Math.min(seen.most(), seen.edge(high)));
        }
    },

    /// Where the distribution of the rounded values differs least from that of the values (Kullback-Leibler; Migacz,
    /// "8-bit inference with TensorRT", 2017). What lies further from 0 than a limit is clipped, on both sides.
    ENTROPY {
        @Override
        ValueRange of(Histogram seen) {
            ValueRange best = MIN_MAX.of(seen);
            double least = Double.MAX_VALUE;
            double reach = Math.max(-(double) seen.least(), seen.most());
            for (int i = TRIES; i >= TRIES / 12; i--) {
                double limit = reach * i / TRIES;
                ValueRange tried =
                        new ValueRange(
                                Math.max(seen.least(), -limit), Math.min(seen.most(), limit));
                double divergence = new Divergence(seen, tried).value();
                if (divergence < least) {
                    least = divergence;
                    best = tried;
                }
            }
            return best;
        }
    };

    private static final double CUT = 1e-4;
    private static final int STEPS = 16;
    private static final int TRIES = 48;

    abstract ValueRange of(Histogram seen);
}
