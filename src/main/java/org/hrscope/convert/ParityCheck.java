package org.hrscope.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;

/// Runs a model on a reference's `input` and compares its outputs and inner values with the reference.
public final class ParityCheck {
    private static final String INPUT = "input";

    /// @param reference `input` plus PyTorch's values under their names; a tensor with fewer channels holds every
    ///     n-th channel
    /// @return one entry per name, in the reference's order
    /// @throws Problem if the model lacks a value of that name, or its shape differs
    public List<Parity> run(Path onnx, Map<String, Tensor> reference) throws Problem {
        OnnxGraph graph = OnnxReader.read(onnx);
        return run(onnx, names -> InnerSession.of(onnx, graph, names), reference);
    }

    /// The same for a network that is in use.
    public List<Parity> run(ModelFile file, Map<String, Tensor> reference) throws Problem {
        OnnxGraph graph = file.graph();
        return run(file, names -> InnerSession.beside(file, graph, names), reference);
    }

    private interface Opening {
        InnerSession with(Set<String> values) throws Problem;
    }

    private static List<Parity> run(Object onnx, Opening opening, Map<String, Tensor> reference)
            throws Problem {
        Map<String, Tensor> expected = new LinkedHashMap<>(reference);
        Tensor input = expected.remove(INPUT);
        if (input == null) throw new Problem("parity.no-input", onnx);
        if (expected.isEmpty()) throw new Problem("parity.nothing", onnx);
        List<Parity> report = new ArrayList<>();
        List<String> unlike = new ArrayList<>();
        Set<String> names = expected.keySet();
        try (InnerSession session = opening.with(names)) {
            session.feed(input);
            session.run(names)
                    .forEach((name, value) -> {
                        Tensor wanted = expected.get(name);
                        if (wanted == null || !comparable(value, wanted)) unlike.add(name);
                        else report.add(compare(name, value, wanted));
                    });
        }
        if (!unlike.isEmpty()) throw new Problem("parity.shape", onnx, unlike.getFirst());
        return report;
    }

    /// Compares with the reference, or merely runs the model if there is none.
    ///
    /// @param reference as above, or empty, or an input alone
    public Proof prove(ImportedModel made, Map<String, Tensor> reference) throws Problem {
        if (Set.of(INPUT).containsAll(reference.keySet())) {
            HrNet net = made.net();
            var seen = tryOut(made.file(), net.inputHeight(), net.inputWidth());
            return new Proof.Tried(seen.getMin(), seen.getMax());
        }
        List<Parity> report = new ArrayList<>(run(made.file(), reference));
        report.sort(Comparator.comparingDouble(Parity::relative).reversed());
        return new Proof.Compared(report);
    }

    /// NaN if any value is.
    private static DoubleSummaryStatistics tryOut(Path onnx, int height, int width) throws Problem {
        OnnxGraph graph = OnnxReader.read(onnx);
        List<String> outputs = graph.outputs().stream().map(OnnxGraph.Value::name).toList();
        DoubleSummaryStatistics seen = new DoubleSummaryStatistics();
        try (InnerSession session = InnerSession.of(onnx, graph, outputs)) {
            session.feed(FixedInput.of(height, width));
            for (Tensor value : session.run(outputs).values()) {
                for (float number : value.toArray()) seen.accept(number);
            }
        }
        return seen;
    }

    private static boolean comparable(Tensor value, Tensor reference) {
        List<Integer> sizes = value.shape().sizes();
        List<Integer> wanted = reference.shape().sizes();
        if (sizes.size() != 4 || wanted.size() != 4) return sizes.equals(wanted);
        return sizes.getFirst().equals(wanted.getFirst())
                && sizes.subList(2, 4).equals(wanted.subList(2, 4))
                && wanted.get(1) > 0
                && sizes.get(1) % wanted.get(1) == 0
                && sizes.getFirst() == 1;
    }

    private static Parity compare(String name, Tensor value, Tensor reference) {
        int count = Math.toIntExact(reference.shape().count());
        int plane = count;
        int every = 1;
        if (reference.shape().rank() == 4) {
            plane = reference.shape().size(2) * reference.shape().size(3);
            every = value.shape().size(1) / reference.shape().size(1);
        }
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < count; i++) {
            float wanted = reference.get(i);
            float got = value.get(i / plane * every * plane + i % plane);
            // A non-finite value counts as infinitely wrong.
            boolean finite = Float.isFinite(got) && Float.isFinite(wanted);
            double off = finite ? Math.abs((double) got - wanted) : Double.MAX_VALUE;
            if (got != wanted) difference = Math.max(difference, off);
            // Against an infinite one, every difference would be small.
            if (Float.isFinite(wanted)) largest = Math.max(largest, Math.abs(wanted));
        }
        return new Parity(name, difference, largest);
    }
}
