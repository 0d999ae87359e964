package org.hrscope.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Part;
import org.hrscope.hrnet.ReceptiveFields;
import org.hrscope.onnx.OnnxGraph;

/// Prints networks as fixed-width tables.
record ArchitectureTable(PrintWriter out) {
    /// All parts in order of computation, then totals per section. For multiply-adds, 1 G is 10^9.
    void print(HrNet net) {
        out.printf(
                "%s, %d joints, input %dx%d%n",
                net.spec().name(), net.spec().joints(), net.inputHeight(), net.inputWidth());
        out.printf(
                "%-26s %-13s %13s %12s %15s %9s%n",
                "value", "kind", "output", "parameters", "multiply-adds", "sees");
        var fields = ReceptiveFields.of(net);
        for (Part part : net.parts()) {
            if (part.kind() == Part.Kind.PICTURE) continue;
            var field = fields.getOrDefault(part.name(), new ReceptiveFields.Field(0, 1));
            out.printf(
                    "%-26s %-13s %13s %,12d %,15d %6d px%n",
                    part.name(),
                    part.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    part.output().output(),
                    part.parameters(),
                    part.multiplyAdds(),
                    field.size());
        }
        out.println();
        for (Map.Entry<String, HrNet.Cost> each : net.costs().entrySet()) {
            HrNet.Cost cost = each.getValue();
            out.printf(
                    "%-12s %,12d parameters (%4.1f %%) %,16d multiply-adds (%4.1f %%)%n",
                    each.getKey(),
                    cost.parameters(),
                    100.0 * cost.parameters() / net.parameters(),
                    cost.multiplyAdds(),
                    100.0 * cost.multiplyAdds() / net.multiplyAdds());
        }
        out.printf(
                "%-12s %,12d parameters          %,16d multiply-adds (%.3f G; %.1f x 2^30)%n",
                "all",
                net.parameters(),
                net.multiplyAdds(),
                net.multiplyAdds() / 1e9,
                net.multiplyAdds() / (double) (1 << 30));
    }

    /// Inputs, outputs and metadata.
    void print(OnnxGraph graph) {
        out.printf(
                "ONNX, opset %d, produced by %s%n",
                graph.opset(), graph.producer().isEmpty() ? "?" : graph.producer());
        graph.inputs().forEach(v -> out.printf("input   %s%n", v));
        graph.outputs().forEach(v -> out.printf("output  %s%n", v));
        out.printf(
                "%d nodes, %,d parameters in %d tensors%n",
                graph.nodes().size(), graph.parameters(), graph.weights().size());
        graph.metadata().forEach((key, value) -> out.printf("%s = %s%n", key, value));
        out.println();
    }

    /// Every node of a network that is not one of our HRNets.
    void printNodes(OnnxGraph graph) {
        out.printf("%-40s %-18s %s%n", "value", "operator", "from");
        for (OnnxGraph.Node node : graph.nodes()) {
            out.printf(
                    "%-40s %-18s %s%n",
                    String.join(" ", node.outputs()),
                    node.operator(),
                    String.join(" ", node.inputs()));
        }
    }
}
