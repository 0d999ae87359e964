package org.hrscope.onnx;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hrscope.domain.Problem;

/// The files in which an ONNX model keeps its weights (`external_data`, onnx.ai/onnx/repo-docs/ExternalData).
public final class WeightFiles {
    private WeightFiles() {}

    /// For what changes weights, or makes a copy of the file elsewhere.
    ///
    /// @throws Problem `onnx.weights-apart` if there are any
    public static void refuse(Path model) throws Problem {
        if (!of(model).isEmpty()) throw new Problem("onnx.weights-apart", model);
    }

    /// Empty if the file is not a readable model.
    public static List<Path> of(Path model) {
        try {
            return OnnxReader.read(
                    model,
                    read -> {
                        Set<String> locations = new TreeSet<>();
                        Tensors.each(
                                read,
                                tensor ->
                                        tensor.getExternalDataList().stream()
                                                .filter(entry -> entry.getKey().equals("location"))
                                                .forEach(entry -> locations.add(entry.getValue())));
                        return locations.stream().map(model::resolveSibling).toList();
                    });
        } catch (Problem | InvalidPathException none) {
            return List.of();
        }
    }
}
