package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.List;
import org.hrscope.domain.Shape;
import org.hrscope.onnx.OnnxGraph;

/// Sides of an input that a file leaves free.
final class FreeSizes {
    private FreeSizes() {}

    /// Fixes them to the size in use: else inner values would have no shapes before the first run. Only those that have
    /// a name.
    static SessionOptions fixed(SessionOptions options, OnnxGraph graph, Shape used)
            throws OrtException {
        List<String> sizes = graph.inputs().getFirst().sizes();
        for (int axis = 0; axis < Math.min(sizes.size(), used.rank()); axis++) {
            String symbol = sizes.get(axis);
            boolean free = !symbol.equals("?") && !Character.isDigit(symbol.charAt(0));
            if (free) options.setSymbolicDimensionValue(symbol, used.size(axis));
        }
        return options;
    }
}
