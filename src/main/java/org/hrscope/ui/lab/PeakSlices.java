package org.hrscope.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.ablation.PeakShares;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// A joint's peak cut into slices: one per resolution, finest first, then the head's bias. Immutable.
///
/// @param joint  index in the skeleton
/// @param slices empty if there is no peak
public record PeakSlices(int joint, List<Slice> slices) {
    public static final PeakSlices NONE = new PeakSlices(-1, List.of());

    /// Which line of the map brings it: each has its colour there and here.
    public enum Kind {
        IDENTITY,
        UP,
        BIAS
    }

    /// One part of the peak.
    ///
    /// @param term  the value of the network that it comes from; empty for the bias
    /// @param share of the peak; may be negative
    public record Slice(String term, String name, double share, Kind kind) {
        /// `72 %`
        public String percent() {
            return PeakSlices.percent(share) + "%";
        }
    }

    public PeakSlices {
        slices = List.copyOf(slices);
    }

    public static PeakSlices of(@Nullable PeakShares peak, Texts texts) {
        if (peak == null) return NONE;
        List<Slice> found = new ArrayList<>();
        if (peak.peak() > 0) {
            for (Map.Entry<String, Double> each : peak.shares().entrySet()) {
                int branch = found.size();
                Kind kind = branch == 0 ? Kind.IDENTITY : Kind.UP;
                double share = each.getValue() / peak.peak();
                found.add(new Slice(each.getKey(), "1/" + (4 << branch), share, kind));
            }
            double bias = peak.bias() / peak.peak();
            found.add(new Slice("", texts.get("shares.bias"), bias, Kind.BIAS));
        }
        return new PeakSlices(peak.joint(), found);
    }

    public Optional<Slice> of(String term) {
        return slices.stream().filter(slice -> slice.term.equals(term)).findFirst();
    }

    /// Index of the largest: a branch, or after the last one the bias; -1 if there is no peak.
    public int largest() {
        int most = slices.isEmpty() ? -1 : 0;
        for (int i = 1; i < slices.size(); i++) {
            if (slices.get(i).share > slices.get(most).share) most = i;
        }
        return most;
    }

    /// Where most of the peak comes from, in words.
    public String sentence(Skeleton skeleton, Texts texts) {
        if (joint < 0 || joint >= skeleton.size()) return "";
        String name = new JointNames(texts).of(skeleton.joints().get(joint));
        int branch = largest();
        if (branch < 0) return texts.get("shares.none", name);
        Slice most = slices.get(branch);
        long percent = rounded(most.share);
        // Where others are below zero, one may give more than the whole.
        String key = percent > 100 ? "shares.beyond." : "shares.from.";
        return texts.get(key + place(branch), percent, name, most.name);
    }

    private String place(int branch) {
        if (branch == slices.size() - 1) return "bias";
        return branch == 0 ? "finest" : branch == slices.size() - 2 ? "coarsest" : "middle";
    }

    private static long rounded(double share) {
        return Math.round(100 * share);
    }

    private static String percent(double share) {
        long rounded = rounded(share);
        return rounded < 0 ? "−" + -rounded : Texts.format("%d", rounded);
    }
}
