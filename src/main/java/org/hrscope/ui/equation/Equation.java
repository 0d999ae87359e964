package org.hrscope.ui.equation;

import java.util.List;
import java.util.stream.Stream;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;

/// One channel of a value as the sum of its terms, each a map. The terms add up to `sum`; after ReLU, if there is one,
/// and times `gain` that is `result`, which is the network's own. Immutable.
///
/// @param gain   what somebody multiplies the value by; usually 1
/// @param steps  shown before the terms, no part of the sum
/// @param frame  index of the frame
record Equation(
        String value,
        int channel,
        long frame,
        List<Term> steps,
        List<Term> terms,
        FeatureMaps sum,
        FeatureMaps result,
        boolean relu,
        float gain) {

    /// What a term is.
    enum Kind {
        /// A value of the network on the way to the sum.
        STEP,
        /// A value of the network.
        VALUE,
        /// What one input channel of a convolution adds.
        CHANNEL,
        /// What its other input channels add.
        OTHERS,
        BIAS
    }

    /// @param channel of `name`; [#MEAN] for the mean over all; for [Kind#OTHERS] how many they are
    record Term(Kind kind, String name, int channel, FeatureMaps map) {
        static final int MEAN = -1;
    }

    Equation {
        steps = List.copyOf(steps);
        terms = List.copyOf(terms);
    }

    /// Sums the terms.
    static Equation of(
            Measured from, int channel, List<Term> steps, List<Term> terms, FeatureMaps result) {
        float[] sum = new float[result.cells()];
        for (int i = 0; i < sum.length; i++) {
            double all = 0;
            for (Term term : terms) all += term.map().values()[i];
            sum[i] = (float) all;
        }
        FeatureMaps added = new FeatureMaps(1, result.height(), result.width(), sum);
        return new Equation(
                from.value(),
                channel,
                from.frame(),
                steps,
                terms,
                added,
                result,
                from.derivation().relu(),
                1);
    }

    /// The same under this gain.
    Equation multiplied(float by) {
        return new Equation(value, channel, frame, steps, terms, sum, result, relu, by);
    }

    /// Whether the sum is not yet the result.
    boolean goesOn() {
        return relu || gain != 1;
    }

    /// One scale for all maps: equal colours mean equal numbers.
    ColourScale scale() {
        float reach = 0;
        boolean signed = false;
        List<FeatureMaps> maps =
                Stream.concat(
                                Stream.concat(steps.stream(), terms.stream()).map(Term::map),
                                Stream.of(sum, result))
                        .toList();
        for (FeatureMaps map : maps) {
            TensorStatistics of = TensorStatistics.of(map.values(), 0, map.cells());
            reach = Math.max(reach, of.reach());
            signed |= of.min() < 0;
        }
        return ColourScale.of(ColorMap.VIRIDIS, signed, reach);
    }

    /// How far the sum, after ReLU and gain, is off the network's own result: the largest difference over the
    /// largest magnitude of a term.
    double error() {
        double most = 0;
        double largest = 1e-9;
        for (int i = 0; i < sum.cells(); i++) {
            float mine = sum.values()[i];
            if (relu) mine = Math.max(0, mine);
            most = Math.max(most, Math.abs(gain * mine - result.values()[i]));
            for (Term term : terms) largest = Math.max(largest, Math.abs(term.map().values()[i]));
        }
        return most / largest;
    }
}
