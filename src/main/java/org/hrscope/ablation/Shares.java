package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Part;
import org.jspecify.annotations.Nullable;

/// Splits a joint's peak by resolution. The peak is the head's bias plus the sum over channels of weight x value. A
/// value with an active ReLU is the sum of the last exchange's paths, others are 0, so the split is exact. In HRNetV2
/// the resolutions meet in the head's first convolution, whose bias is added to the head's. Any thread.
public final class Shares {
    private static final String HEATMAPS = "heatmaps";
    private static final String MIX = "head.conv_layers.0";

    private final List<String> terms;

    /// The same, where a gain that applies in the sum only makes another value of one.
    private final List<String> own;

    private final Tensor weight;
    private final Tensor bias;
    private final @Nullable Tensor mix;
    private final @Nullable Tensor mixBias;

    private Shares(List<String> terms, Map<String, Tensor> weights) {
        this.terms = List.copyOf(terms);
        own = terms.stream().map(Gates::ownPart).toList();
        weight = Objects.requireNonNull(weights.get(HEATMAPS + ".weight"));
        bias = Objects.requireNonNull(weights.get(HEATMAPS + ".bias"));
        mix = weights.get(MIX + ".weight");
        mixBias = weights.get(MIX + ".bias");
    }

    /// @param weights of the network's file, by name: at least those that [#isNeeded]
    /// @return empty if the file lacks them, or has heatmaps that come from elsewhere, as taught ones may
    public static Optional<Shares> of(HrNet net, Map<String, Tensor> weights) {
        Part.Kind last = Part.Kind.FUSED;
        if (weights.containsKey(MIX + ".weight")) last = Part.Kind.CONCATENATED;
        if (!weights.containsKey(HEATMAPS + ".weight") || !weights.containsKey(HEATMAPS + ".bias"))
            return Optional.empty();
        Shape head = Objects.requireNonNull(weights.get(HEATMAPS + ".weight")).shape();
        if (head.size(0) != net.spec().joints()) return Optional.empty();
        List<String> terms = List.of();
        for (Part part : net.parts()) if (part.kind() == last) terms = part.inputs();
        return Optional.of(new Shares(terms, weights));
    }

    /// Whether this weight tensor is used.
    public static boolean isNeeded(String weights) {
        return weights.startsWith(HEATMAPS + ".") || weights.startsWith(MIX + ".");
    }

    /// The inner values to request from a run.
    public List<String> values() {
        List<String> values = new ArrayList<>(terms);
        values.add(HEATMAPS);
        return values;
    }

    /// More values to request where gains may be set: what a gain makes of a term whose gain applies in the sum only.
    public List<String> gated() {
        return own.stream().filter(name -> !terms.contains(name)).toList();
    }

    /// @param values of one run, by name; see [#values()], and [#gated()] as far as the network has gates
    public PeakShares at(int joint, Map<String, Tensor> values) {
        Tensor maps = Objects.requireNonNull(values.get(HEATMAPS));
        int height = maps.shape().size(2);
        int width = maps.shape().size(3);
        int best = joint * height * width;
        for (int i = best; i < (joint + 1) * height * width; i++) {
            if (maps.get(i) > maps.get(best)) best = i;
        }
        int cell = best % (height * width);
        double[] shares = new double[terms.size() + 1];
        Shape filters = weight.shape();
        int kernel = filters.size(2);
        for (int k = 0; k < kernel * kernel; k++) {
            int y = cell / width + k / kernel - kernel / 2;
            int x = cell % width + k % kernel - kernel / 2;
            if (y < 0 || x < 0 || y >= height || x >= width) continue;
            for (int c = 0; c < filters.size(1); c++) {
                double[] parts = parts(c, y * width + x, values);
                double sum = 0;
                for (double part : parts) sum += part;
                if (sum <= 0) continue;
                double w = weight.get((joint * filters.size(1) + c) * kernel * kernel + k);
                for (int i = 0; i < parts.length; i++) shares[i] += w * parts[i];
            }
        }
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) named.put(terms.get(i), shares[i]);
        double constant = bias.get(joint) + shares[terms.size()];
        return new PeakShares(joint, maps.get(best), constant, named);
    }

    /// A channel of the head's input before its ReLU, per term; the constant comes last.
    private double[] parts(int channel, int cell, Map<String, Tensor> values) {
        double[] parts = new double[terms.size() + 1];
        int from = 0;
        for (int i = 0; i < terms.size(); i++) {
            Tensor gained = values.get(own.get(i));
            Tensor term =
                    gained == null ? Objects.requireNonNull(values.get(terms.get(i))) : gained;
            int plane = term.shape().size(2) * term.shape().size(3);
            if (mix == null) {
                parts[i] = term.get(channel * plane + cell);
                continue;
            }
            int row = channel * mix.shape().size(1) + from;
            for (int c = 0; c < term.shape().size(1); c++) {
                parts[i] += (double) mix.get(row + c) * term.get(c * plane + cell);
            }
            from += term.shape().size(1);
        }
        if (mixBias != null) parts[terms.size()] = mixBias.get(channel);
        return parts;
    }
}
