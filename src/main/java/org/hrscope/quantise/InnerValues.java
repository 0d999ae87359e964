package org.hrscope.quantise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxOutputs;

/// A network's inner values of any number of crops, in groups that fit into a bounded piece of memory. One thread,
/// which also closes it.
final class InnerValues implements AutoCloseable {
    private static final long MOST_BYTES = 160 << 20;

    private final InnerSession session;
    private final List<List<String>> groups;

    /// @param values the input can be one
    InnerValues(ModelFile file, OnnxGraph graph, Collection<String> values) throws Problem {
        List<String> inner = values.stream().filter(v -> !v.equals(file.info().input())).toList();
        session = InnerSession.fused(file, new OnnxOutputs(graph, inner));
        groups = grouped(values, session.shapes());
    }

    static List<List<String>> grouped(Collection<String> values, Map<String, Shape> shapes) {
        List<List<String>> groups = new ArrayList<>();
        long bytes = MOST_BYTES;
        for (String value : values) {
            Shape shape = shapes.get(value);
            long more = shape == null ? 0 : shape.count() * Float.BYTES;
            if (groups.isEmpty() || bytes + more > MOST_BYTES) {
                groups.add(new ArrayList<>());
                bytes = 0;
            }
            groups.getLast().add(value);
            bytes += more;
        }
        return groups;
    }

    List<List<String>> groups() {
        return groups;
    }

    /// @return by name; valid until the next call
    Map<String, Tensor> read(Sample sample, List<String> group)
            throws Problem, InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        session.feed(sample.crop());
        return session.run(group);
    }

    @Override
    public void close() {
        session.close();
    }
}
