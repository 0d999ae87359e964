package org.hrscope.teach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hrscope.domain.Decoder;
import org.hrscope.onnx.OnnxHead;

/// Fits one joint to its examples, and tells how well it does on examples that were left out. Exact and deterministic.
/// One thread.
///
/// @param examples of one joint, at least one, all of one size
public record Teacher(List<Example> examples, FeatureSet set, Decoder decoder) {
    /// Share of a channel's energy. On rendered figures 1e-5 to 1e-2 find the same share of held-out joints.
    private static final double LAMBDA = 1e-2;

    /// Choices of examples per point of the curve.
    private static final int CHOICES = 12;

    private static final long SEED = 20190225;

    /// @param clicks examples fitted to
    /// @param error  median distance on the others, in heights of the crop
    /// @param within share of the others within [#NEAR]
    public record CurvePoint(int clicks, double error, double within) {}

    /// In heights of the crop: about the length of a hand.
    public static final double NEAR = 0.08;

    public Teacher {
        examples = List.copyOf(examples);
    }

    /// Numbers of clicks worth a point of the curve: all of the first few, then fewer.
    ///
    /// @param most the largest
    static List<Integer> counts(int most) {
        List<Integer> counts = new ArrayList<>();
        for (int count = 1; count <= most; count += 1 + count / 6) counts.add(count);
        return counts;
    }

    /// To all examples. The background of its heatmaps is 0, as that of trained ones, and the peaks keep their height.
    public OnnxHead.Channel fit() {
        OnnxHead.Channel raised = fit(IntStream.range(0, examples.size()).boxed().toList());
        List<Double> grounds = new ArrayList<>();
        List<Double> peaks = new ArrayList<>();
        for (Example example : examples) {
            float[] map = example.features().of(set).through(raised).values().clone();
            Arrays.sort(map);
            grounds.add((double) map[map.length / 2]);
            if (example.shown()) peaks.add((double) map[map.length - 1]);
        }
        double ground = median(grounds);
        double peak = peaks.isEmpty() ? 0 : median(peaks);
        double scale = peak > 0 && peak > ground ? peak / (peak - ground) : 1;
        float[] weights = raised.weights().clone();
        for (int c = 0; c < weights.length; c++) weights[c] *= (float) scale;
        return new OnnxHead.Channel(weights, (float) (scale * (raised.bias() - ground)));
    }

    private OnnxHead.Channel fit(List<Integer> chosen) {
        return sum(chosen).solve(LAMBDA);
    }

    private Ridge sum(List<Integer> chosen) {
        Ridge sum = new Ridge(examples.getFirst().features().of(set).channels());
        for (int i : chosen) sum.add(examples.get(i).equations(set), 1);
        return sum;
    }

    private OptionalDouble error(Example example, OnnxHead.Channel fitted) {
        OptionalDouble distance = example.distance(fitted, set, decoder);
        return distance.isEmpty()
                ? distance
                : OptionalDouble.of(distance.getAsDouble() / example.features().height());
    }

    /// The error on each example that shows the joint, fitted to all the others, in heights of the crop; empty with
    /// fewer than two.
    public List<Double> leaveOneOut() {
        List<Double> errors = new ArrayList<>();
        if (examples.size() < 2) return errors;
        Ridge all = sum(IntStream.range(0, examples.size()).boxed().toList());
        for (int left = 0; left < examples.size(); left++) {
            Ridge others = sum(List.of());
            others.add(all, 1);
            others.add(examples.get(left).equations(set), -1);
            error(examples.get(left), others.solve(LAMBDA)).ifPresent(errors::add);
        }
        return errors;
    }

    /// What 1, 2, ... examples would have been worth: fitted to some, measured on the others, the median over several
    /// choices.
    ///
    /// @param counts of examples; those that leave none over are passed over
    public List<CurvePoint> curve(List<Integer> counts) {
        List<CurvePoint> curve = new ArrayList<>();
        for (int count : counts) {
            if (count >= examples.size()) continue;
            List<Double> errors = new ArrayList<>();
            Random random = Random.from(new SplittableRandom(SEED + count));
            for (int choice = 0; choice < CHOICES; choice++) {
                List<Integer> order =
                        new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
                Collections.shuffle(order, random);
                OnnxHead.Channel fitted = fit(order.subList(0, count));
                for (int i : order.subList(count, order.size())) {
                    error(examples.get(i), fitted).ifPresent(errors::add);
                }
            }
            if (!errors.isEmpty()) curve.add(new CurvePoint(count, median(errors), within(errors)));
        }
        return curve;
    }

    /// @param errors at least one
    public static double median(List<Double> errors) {
        List<Double> sorted = errors.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /// Share of them within [#NEAR].
    public static double within(List<Double> errors) {
        return errors.stream().filter(error -> error <= NEAR).count() / (double) errors.size();
    }
}
