package org.hrscope.quantise;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;

/// What rounding does to each inner value: noise power over signal power.
///
/// @param ratios by value, in order of computation; 0 where nothing is lost or there is no signal
record Noise(Map<String, Double> ratios) {
    private static final double QUIETEST = 1e-12;
    private static final int CHUNK = 4096;

    /// @param exact,rounded of the same network, both with the values
    /// @param step called after each run
    static Noise of(
            InnerValues exact,
            InnerValues rounded,
            Collection<String> values,
            List<Sample> samples,
            Runnable step)
            throws Problem, InterruptedException {
        Map<String, double[]> powers = new LinkedHashMap<>();
        values.forEach(value -> powers.put(value, new double[2]));
        for (List<String> group : exact.groups()) {
            for (Sample sample : samples) {
                Map<String, Tensor> was = exact.read(sample, group);
                Map<String, Tensor> is = rounded.read(sample, group);
                for (String name : group) {
                    add(
                            Objects.requireNonNull(was.get(name)).values(),
                            Objects.requireNonNull(is.get(name)).values(),
                            Objects.requireNonNull(powers.get(name)));
                }
                step.run();
            }
        }
        Map<String, Double> ratios = new LinkedHashMap<>();
        powers.forEach((name, sums) -> ratios.put(name, sums[0] == 0 ? 0 : sums[1] / sums[0]));
        return new Noise(ratios);
    }

    private static void add(FloatBuffer was, FloatBuffer is, double[] sums) {
        float[] one = new float[CHUNK];
        float[] other = new float[CHUNK];
        for (int at = 0; at < was.capacity(); at += CHUNK) {
            int length = Math.min(CHUNK, was.capacity() - at);
            was.get(at, one, 0, length);
            is.get(at, other, 0, length);
            float signal = 0;
            float noise = 0;
            for (int i = 0; i < length; i++) {
                float off = other[i] - one[i];
                signal += one[i] * one[i];
                noise += off * off;
            }
            sums[0] += signal;
            sums[1] += noise;
        }
    }

    /// In dB, by value.
    Map<String, Double> decibels() {
        Map<String, Double> decibels = new LinkedHashMap<>();
        ratios.forEach(
                (name, ratio) -> decibels.put(name, -10 * Math.log10(Math.max(ratio, QUIETEST))));
        return decibels;
    }

    /// Nodes by the noise that they add to what they are given, the worst first.
    List<String> worst(WholeNodes nodes) {
        Map<String, Double> added = new HashMap<>();
        ratios.forEach((name, ratio) -> {
            double given = 0;
            for (String input : nodes.inputs(name)) {
                given = Math.max(given, ratios.getOrDefault(nodes.source(input), 0.0));
            }
            added.put(name, ratio - given);
        });
        List<String> names = new ArrayList<>(ratios.keySet());
        names.sort(
                Comparator.comparingDouble((String name) -> added.getOrDefault(name, 0.0))
                        .reversed());
        return names;
    }
}
