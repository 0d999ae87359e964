package org.hrscope.quantise;

import java.nio.FloatBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;

/// What a network's values range over on the samples.
///
/// @param seen  by value
/// @param cells height times width, by value
/// @param means of each channel, by value; feature maps only
/// @param heard some numbers of each value, as [#heard] picks them, by index of the sample
record Calibration(
        Map<String, Histogram> seen,
        Map<String, Integer> cells,
        Map<String, ChannelMeans> means,
        Map<Integer, Map<String, float[]>> heard) {
    /// About how many numbers of a value are counted on one sample: the shape of a distribution takes no more.
    private static final int COUNTED = 4096;

    /// @param values the input can be one
    /// @param step   called after each run
    /// @param listened indices of samples of which some numbers are kept
    /// @throws Problem `quantise.not-finite` if a value is not a number, `model.*`
    static Calibration of(
            ModelFile file,
            OnnxGraph graph,
            Collection<String> values,
            List<Sample> samples,
            List<Integer> listened,
            Runnable step)
            throws Problem, InterruptedException {
        Map<String, Histogram> seen = new LinkedHashMap<>();
        Map<String, Integer> cells = new HashMap<>();
        Map<String, ChannelMeans> means = new HashMap<>();
        Map<Integer, Map<String, float[]>> heard = new LinkedHashMap<>();
        listened.forEach(index -> heard.put(index, new HashMap<>()));
        try (InnerValues inner = new InnerValues(file, graph, values)) {
            for (List<String> group : inner.groups()) {
                for (int index = 0; index < samples.size(); index++) {
                    Map<String, Tensor> read = inner.read(samples.get(index), group);
                    Map<String, float[]> here = heard.get(index);
                    for (String name : group) {
                        Tensor tensor = Objects.requireNonNull(read.get(name), name);
                        cells.put(name, cells(tensor.shape()));
                        Histogram counted = seen.computeIfAbsent(name, _ -> new Histogram());
                        int every = every(tensor.values().capacity());
                        counted.add(tensor.values(), every);
                        if (tensor.shape().rank() == 4) {
                            means.computeIfAbsent(
                                            name, _ -> new ChannelMeans(tensor.shape().size(1)))
                                    .add(tensor.values(), every);
                        }
                        if (here != null) here.put(name, heard(tensor));
                        if (!counted.finite()) {
                            throw new Problem("quantise.not-finite", file, name);
                        }
                    }
                    step.run();
                }
            }
        }
        return new Calibration(seen, cells, means, heard);
    }

    /// Odd, or it would count the same columns of a map in every row.
    private static int every(int numbers) {
        return numbers / COUNTED | 1;
    }

    /// Numbers evenly spread over a value.
    static float[] heard(Tensor tensor) {
        FloatBuffer values = tensor.values();
        int every = every(values.capacity());
        float[] heard = new float[Math.ceilDiv(values.capacity(), every)];
        for (int i = 0; i < heard.length; i++) heard[i] = values.get(i * every);
        return heard;
    }

    private static int cells(Shape shape) {
        return shape.rank() == 4 ? shape.size(2) * shape.size(3) : 1;
    }

    /// Values that were the same number everywhere.
    Set<String> constant() {
        Set<String> constant = new TreeSet<>();
        seen.forEach((name, values) -> {
            if (values.least() == values.most()) constant.add(name);
        });
        return constant;
    }
}
