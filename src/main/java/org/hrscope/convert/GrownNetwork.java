package org.hrscope.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.file.WholeFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.Layer;
import org.hrscope.hrnet.Operation.Convolution;
import org.hrscope.onnx.OnnxFileWriter;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.OnnxWeights;

/// A wider and deeper HRNet that computes the same heatmaps as a smaller one. Old channels come first, and nothing of
/// the new ones feeds into them; added blocks, modules and exchange paths begin as the identity, for their last
/// convolution is zero and ReLU(x + 0) = x where x is never negative. New channels have random weights, the same every
/// time, and are told as untrained in the file. Takes seconds for a W48: not on the FX thread.
///
/// @param old     the small network, `weights` and `graph` being those of its file
/// @param net     what it grows to
public record GrownNetwork(HrNet old, HrNet net, Map<String, Tensor> weights, OnnxGraph graph) {

    /// @param width  C of the new network
    /// @param stages modules and blocks of its stages 2, 3 and 4
    /// @throws Problem `grow.foreign`, `grow.smaller`, `onnx.*`
    public static GrownNetwork plan(Path file, int width, List<Stage> stages) throws Problem {
        OnnxGraph graph = OnnxReader.read(file);
        HrNet old = HrNetReader.read(graph).orElseThrow(() -> new Problem("grow.foreign", file));
        HrNetSpec spec = old.spec().sized(width, stages);
        if (!old.spec().fitsInto(spec)) {
            throw new Problem("grow.smaller", file, old.spec().sizes());
        }
        HrNet net = HrNet.of(spec, old.inputHeight(), old.inputWidth());
        if (net.parameters() > HrNetReader.MOST_PARAMETERS) {
            throw new Problem("grow.too-large", spec.name());
        }
        Map<String, Tensor> weights = OnnxWeights.read(file, _ -> true);
        for (Layer layer : old.layers()) {
            if (!(layer.operation() instanceof Convolution)) continue;
            if (!weights.containsKey(layer.name() + ".weight")
                    || !weights.containsKey(layer.name() + ".bias")) {
                throw new Problem("grow.foreign", file);
            }
        }
        return new GrownNetwork(old, net, weights, graph);
    }

    /// @throws Problem `import.not-written`
    public void write(Path file) throws Problem {
        Map<String, String> names = new HashMap<>();
        for (Layer layer : old.layers()) {
            if (layer.operation() instanceof Convolution c) names.put(c.weights(), layer.name());
        }
        OnnxFileWriter writer = new OnnxFileWriter("hrnet", false);
        new HrNetRecipe(writer, convolution -> values(convolution, names)).write(net);
        metadata().forEach((key, value) -> writer.metadata(key, () -> value));
        try {
            WholeFile.write(file, writer::write);
        } catch (IOException e) {
            throw new Problem(e, "import.not-written", net.spec().name(), file, e);
        }
    }

    private FilterValues values(Convolution convolution, Map<String, String> names) {
        String name = names.get(convolution.weights());
        return new GrownFilters(
                convolution,
                name == null ? null : weights.get(name + ".weight"),
                name == null ? null : weights.get(name + ".bias"),
                old.spec(),
                net.spec());
    }

    /// The old file's, but for what is no longer true.
    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>(graph.metadata());
        metadata.remove("source_sha256");
        metadata.put("architecture", net.spec().name());
        metadata.put("grown_from", old.spec().name() + ", " + old.spec().sizes());
        metadata.put(
                "untrained",
                "branch b: channels from %d * 2^b; blocks, modules and exchange paths that %s has not"
                        .formatted(old.spec().width(), old.spec().name()));
        return metadata;
    }
}
