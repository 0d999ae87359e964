package org.hrscope.ui.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.ui.equation.Equation.Kind;
import org.hrscope.ui.equation.Equation.Term;
import org.jspecify.annotations.Nullable;

/// A value and what it was computed from, for one frame's crop; exact copies. Any thread.
///
/// @param frame  index of the frame
/// @param kernel of a convolution
/// @param maps   by name, the value itself and those it takes to show it
record Measured(
        String value,
        long frame,
        Derivation derivation,
        @Nullable OnnxKernel kernel,
        Map<String, FeatureMaps> maps) {
    /// Channels shown one by one; the rest are one map.
    private static final int SHOWN = 4;

    /// Copies the values.
    ///
    /// @return empty if one is missing, or is not a map for one image
    static Optional<Measured> of(
            String value,
            long frame,
            Derivation derivation,
            @Nullable OnnxKernel kernel,
            Map<String, Tensor> values) {
        Map<String, FeatureMaps> maps = new HashMap<>();
        values.forEach((name, tensor) -> {
            boolean one = tensor.shape().rank() == 4 && tensor.shape().size(0) == 1;
            if (one && tensor.shape().count() > 0) maps.put(name, FeatureMaps.of(tensor));
        });
        Measured measured = new Measured(value, frame, derivation, kernel, maps);
        return measured.isWhole() ? Optional.of(measured) : Optional.empty();
    }

    private boolean isWhole() {
        FeatureMaps own = maps.get(value);
        if (own == null || !maps.keySet().containsAll(derivation.values())) return false;
        return switch (derivation) {
            case Derivation.Sum sum -> sum.terms().stream().allMatch(term -> like(own, map(term)));
            case Derivation.Weighted weighted ->
                    kernel != null
                            && kernel.outputs() == own.channels()
                            && kernel.inputs() * weighted.convolution().groups()
                                    == map(weighted.convolution().input()).channels();
            case Derivation.Other _ -> false;
        };
    }

    private static boolean like(FeatureMaps a, FeatureMaps b) {
        return a.channels() == b.channels() && a.height() == b.height() && a.width() == b.width();
    }

    private FeatureMaps map(String name) {
        return Objects.requireNonNull(maps.get(name), name);
    }

    /// @param channel clamped to those there are
    Equation at(int channel) {
        FeatureMaps own = map(value);
        int shown = Math.clamp(channel, 0, own.channels() - 1);
        List<Term> terms =
                switch (derivation) {
                    case Derivation.Sum sum -> terms(sum.terms(), Kind.VALUE, shown);
                    case Derivation.Weighted _ -> contributions(shown);
                    case Derivation.Other _ -> List.of();
                };
        List<Term> steps =
                derivation instanceof Derivation.Sum sum
                        ? terms(sum.steps(), Kind.STEP, shown)
                        : List.of();
        return Equation.of(this, shown, steps, terms, own.channel(shown));
    }

    /// A Bottleneck's inner values have fewer channels, none of which is the one shown: their mean.
    private List<Term> terms(List<String> names, Kind kind, int channel) {
        List<Term> terms = new ArrayList<>();
        for (String name : names) {
            FeatureMaps all = map(name);
            boolean has = all.channels() == map(value).channels();
            FeatureMaps one = has ? all.channel(channel) : all.mean();
            terms.add(new Term(kind, name, has ? channel : Term.MEAN, one));
        }
        return terms;
    }

    /// Those that change the map most come first.
    private List<Term> contributions(int output) {
        OnnxKernel of = Objects.requireNonNull(kernel);
        String input = of.convolution().input();
        FeatureMaps from = map(input);
        FeatureMaps own = map(value);
        int height = own.height();
        int width = own.width();
        List<Term> all = new ArrayList<>();
        for (int i = 0; i < of.inputs(); i++) {
            int channel = of.firstInput(output) + i;
            FeatureMaps added = of.contribution(from, output, i, height, width);
            all.add(new Term(Kind.CHANNEL, input, channel, added));
        }
        all.sort(Comparator.comparingDouble(term -> -weight(term.map())));
        int few = all.size() <= SHOWN + 1 ? all.size() : SHOWN;
        List<Term> terms = new ArrayList<>(all.subList(0, few));
        List<Term> rest = all.subList(few, all.size());
        if (!rest.isEmpty()) {
            double[] sums = new double[own.cells()];
            for (Term term : rest) {
                for (int i = 0; i < sums.length; i++) sums[i] += term.map().values()[i];
            }
            float[] others = new float[sums.length];
            for (int i = 0; i < sums.length; i++) others[i] = (float) sums[i];
            FeatureMaps map = new FeatureMaps(1, height, width, others);
            terms.add(new Term(Kind.OTHERS, input, rest.size(), map));
        }
        float[] bias = new float[own.cells()];
        Arrays.fill(bias, of.bias(output));
        if (of.bias() != null) {
            FeatureMaps map = new FeatureMaps(1, height, width, bias);
            terms.add(new Term(Kind.BIAS, value, output, map));
        }
        return terms;
    }

    private static double weight(FeatureMaps map) {
        double sum = 0;
        for (float value : map.values()) sum += Math.abs(value);
        return sum;
    }
}
