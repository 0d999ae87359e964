package org.hrscope.quantise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;

/// What a network's values range over on the samples, and the heatmaps it gives for them.
///
/// @param seen  by value
/// @param cells height times width, by value
/// @param maps  one for each sample
record Calibration(Map<String, Histogram> seen, Map<String, Integer> cells, List<Heatmaps> maps) {
    /// Of large values, every which one is counted: the shape of a distribution takes no more.
    private static final int STEP = 5;

    private static final int LARGE = 10_000;

    /// @param values the input can be one
    /// @param step   called after each run
    /// @throws Problem `quantise.not-finite` if a value is no number, `model.*`
    static Calibration of(
            ModelFile file,
            OnnxGraph graph,
            Collection<String> values,
            List<Sample> samples,
            Runnable step)
            throws Problem, InterruptedException {
        Set<String> wanted = new LinkedHashSet<>(values);
        String output = file.info().output();
        wanted.add(output);
        Map<String, Histogram> seen = new LinkedHashMap<>();
        Map<String, Integer> cells = new HashMap<>();
        List<Heatmaps> maps = new ArrayList<>();
        try (InnerValues inner = new InnerValues(file, graph, wanted)) {
            for (List<String> group : inner.groups()) {
                for (Sample sample : samples) {
                    Map<String, Tensor> read = inner.read(sample, group);
                    for (String name : group) {
                        Tensor tensor = Objects.requireNonNull(read.get(name), name);
                        if (name.equals(output)) maps.add(heatmaps(file.info(), tensor));
                        if (!values.contains(name)) continue;
                        cells.put(name, cells(tensor.shape()));
                        int every = tensor.values().capacity() > LARGE ? STEP : 1;
                        Histogram counted = seen.computeIfAbsent(name, _ -> new Histogram());
                        counted.add(tensor.values(), every);
                        if (!counted.finite()) {
                            throw new Problem("quantise.not-finite", file, name);
                        }
                    }
                    step.run();
                }
            }
        }
        return new Calibration(seen, cells, maps);
    }

    private static int cells(Shape shape) {
        return shape.rank() == 4 ? shape.size(2) * shape.size(3) : 1;
    }

    static Heatmaps heatmaps(ModelInfo info, Tensor maps) {
        return new Heatmaps(
                info.joints(), info.heatmapHeight(), info.heatmapWidth(), maps.toArray());
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
