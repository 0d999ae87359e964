package org.hrscope.quantise;

import java.util.Collection;
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

    /// @param exact   what the float network gave for some samples
    /// @param rounded the same network, rounded
    /// @param values  of both
    /// @param step    called after each run
    static Noise of(
            Calibration exact,
            InnerValues rounded,
            Collection<String> values,
            List<Sample> samples,
            Runnable step)
            throws Problem, InterruptedException {
        Map<String, double[]> powers = new LinkedHashMap<>();
        values.forEach(value -> powers.put(value, new double[2]));
        for (List<String> group : rounded.groups()) {
            for (Map.Entry<Integer, Map<String, float[]>> was : exact.heard().entrySet()) {
                Map<String, Tensor> is = rounded.read(samples.get(was.getKey()), group);
                for (String name : group) {
                    add(
                            Objects.requireNonNull(was.getValue().get(name)),
                            Calibration.heard(Objects.requireNonNull(is.get(name))),
                            Objects.requireNonNull(powers.get(name)));
                }
                step.run();
            }
        }
        Map<String, Double> ratios = new LinkedHashMap<>();
        powers.forEach((name, sums) -> ratios.put(name, sums[0] == 0 ? 0 : sums[1] / sums[0]));
        return new Noise(ratios);
    }

    private static void add(float[] was, float[] is, double[] sums) {
        for (int i = 0; i < was.length; i++) {
            double off = (double) is[i] - was[i];
            sums[0] += (double) was[i] * was[i];
            sums[1] += off * off;
        }
    }

    /// In dB, by value.
    Map<String, Double> decibels() {
        Map<String, Double> decibels = new LinkedHashMap<>();
        ratios.forEach(
                (name, ratio) -> decibels.put(name, -10 * Math.log10(Math.max(ratio, QUIETEST))));
        return decibels;
    }
}
