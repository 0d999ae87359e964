package org.hrscope.convert;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.Grown;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.Layer;
import org.hrscope.hrnet.Operation.Convolution;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxFileWriter;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.OnnxWeights;
import org.hrscope.onnx.WeightFiles;
import org.hrscope.threads.Job;

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
    /// @throws Problem `grow.foreign`, `grow.quantised`, `grow.branches`, `grow.smaller`, `onnx.*`
    public static GrownNetwork plan(Path file, int width, List<Stage> stages) throws Problem {
        HrNetSpec sizes = new HrNetSpec(HrNetSpec.Version.V1, width, 0, 1, 0, stages);
        Stored stored =
                () -> {
                    WeightFiles.refuse(file);
                    return OnnxWeights.read(file, _ -> true);
                };
        OnnxGraph graph = OnnxReader.read(file);
        return plan(file, graph, HrNetReader.declared(graph), stored, sizes);
    }

    /// An opened network at the size of a published one.
    ///
    /// @param sizes width and stages count
    public static GrownNetwork plan(ModelFile file, HrNetSpec sizes) throws Problem {
        Stored stored =
                () -> {
                    file.refuseWeightsApart();
                    return file.weights(_ -> true);
                };
        OnnxGraph graph = file.graph();
        return plan(file, graph, HrNetReader.read(graph, file.info().inputShape()), stored, sizes);
    }

    private interface Stored {
        Map<String, Tensor> read() throws Problem;
    }

    private static GrownNetwork plan(
            Object file, OnnxGraph graph, Optional<HrNet> read, Stored stored, HrNetSpec sizes)
            throws Problem {
        if (!graph.roundings().isEmpty()) throw new Problem("grow.quantised", file);
        HrNet old = read.orElseThrow(() -> new Problem("grow.foreign", file));
        HrNetSpec spec = old.spec().sized(sizes.width(), sizes.stages());
        if (!old.spec().fitsInto(spec)) throw new Problem("grow.smaller", file, old.spec().sizes());
        HrNet net = HrNet.of(spec, old.inputHeight(), old.inputWidth());
        if (net.parameters() > HrNetReader.MOST_PARAMETERS) {
            String most = String.format(Locale.ROOT, "%,d", HrNetReader.MOST_PARAMETERS);
            throw new Problem("grow.too-large", spec.name(), most);
        }
        Map<String, Tensor> weights = stored.read();
        for (Layer layer : old.layers()) {
            if (!(layer.operation() instanceof Convolution convolution)) continue;
            Tensor filters = weights.get(layer.name() + ".weight");
            if (filters == null || !weights.containsKey(layer.name() + ".bias")) {
                throw new Problem("grow.foreign", file);
            }
            // Taught joints may come from a small branch of their own beside the head.
            if (filters.shape().size(0) != convolution.out()) {
                throw new Problem("grow.branches", file);
            }
        }
        return new GrownNetwork(old, net, weights, graph);
    }

    /// @throws Problem `import.not-written`
    public void write(Path file) throws Problem {
        write(file, (done, total) -> {});
    }

    /// @param progress in parameters
    /// @throws Problem `import.not-written`, also where the thread is interrupted
    public void write(Path file, Job.Progress progress) throws Problem {
        Map<String, String> names = new HashMap<>();
        for (Layer layer : old.layers()) {
            if (layer.operation() instanceof Convolution c) names.put(c.weights(), layer.name());
        }
        OnnxFileWriter writer = new OnnxFileWriter("hrnet", false);
        Counted count = new Counted(progress, net.parameters());
        metadata().forEach((key, value) -> writer.metadata(key, () -> value));
        new HrNetRecipe(writer, convolution -> count.of(values(convolution, names)))
                .write(net, file);
    }

    /// Tells how many parameters have been written.
    private static final class Counted {
        private final Job.Progress progress;
        private final long total;
        private long done;

        Counted(Job.Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        FilterValues of(FilterValues values) {
            return new FilterValues() {
                @Override
                public void putWeights(FloatBuffer to) {
                    int before = to.position();
                    values.putWeights(to);
                    done += to.position() - before;
                    progress.at(done, total);
                }

                @Override
                public void putBias(FloatBuffer to) {
                    values.putBias(to);
                }
            };
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
        // What was grown before is no more trained for having grown again.
        metadata.putIfAbsent(Grown.FROM, old.spec().name() + ", " + old.spec().sizes());
        String from = "branch b: channels from " + old.spec().width() + " * 2^b; ";
        String rest = "blocks, modules and exchange paths that " + old.spec().name() + " has not";
        metadata.putIfAbsent("untrained", from + rest);
        return metadata;
    }
}
