package org.hrscope.hrnet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.onnx.OnnxGraph;

/// Infers the architecture from the names and shapes of a state dict.
public final class HrNetReader {
    private static final int MOST = 64;
    private static final int MOST_CHANNELS = 4096;

    /// Pixels of the input per cell of a heatmap.
    private static final int CELL = 4;

    /// The limit of an ONNX file; eight times a W48.
    public static final long MOST_PARAMETERS = 500_000_000;

    private static final int LONGEST_NAME = 200;
    private static final Set<String> COUNTERS =
            Set.of("num_batches_tracked", "n_averaged", "steps", "step", "num_updates");

    /// Without these there is nothing to infer from.
    private static final List<String> LANDMARKS =
            List.of(
                    "conv1.weight",
                    "layer1.0.conv1.weight",
                    "stage2.0.branches.0.0.conv1.weight",
                    "stage3.0.branches.2.0.conv1.weight",
                    "stage4.0.branches.3.0.conv1.weight",
                    "final_layer.weight");

    private HrNetReader() {}

    /// @param file   for error sentences
    /// @param shapes of all tensors, under their official names
    /// @throws Problem if a tensor is missing, has another shape, or is left over
    public static HrNetSpec read(Object file, Map<String, Shape> shapes) throws Problem {
        Relatives.refuse(file, shapes);
        for (String landmark : LANDMARKS) {
            Shape shape = shapes.get(landmark);
            if (shape == null) throw missing(file, shapes, landmark);
            if (shape.rank() != 4 || !plausible(shape)) {
                throw new Problem("hrnet.shape", file, landmark, shape, "CxCxkxk");
            }
        }
        HrNetSpec spec = measure(shapes);
        HrNet net = HrNet.of(spec, 64, 64);
        if (net.parameters() > MOST_PARAMETERS) throw new Problem("checkpoint.too-much", file);
        Map<String, Shape> expected = net.stateDict();
        for (var entry : expected.entrySet()) {
            Shape shape = shapes.get(entry.getKey());
            if (shape == null) throw missing(file, shapes, entry.getKey());
            if (!shape.equals(entry.getValue())) {
                throw new Problem("hrnet.shape", file, entry.getKey(), shape, entry.getValue());
            }
        }
        List<String> extra = new ArrayList<>(shapes.keySet());
        extra.removeIf(n -> expected.containsKey(n) || isBookkeeping(n, shapes));
        if (!extra.isEmpty()) {
            throw new Problem("hrnet.extra", file, shortened(extra.getFirst()), extra.size());
        }
        return spec;
    }

    /// Recognises a network with folded batch norms whose weights are named after their layers' values, as in our
    /// own ONNX files.
    ///
    /// @return empty for any other network
    public static Optional<HrNetSpec> readFolded(Map<String, Shape> weights) {
        Map<String, Shape> shapes = new HashMap<>(weights);
        Shape stem = shapes.get("stem.conv1.weight");
        Shape head = shapes.get("heatmaps.weight");
        if (stem == null || head == null) return Optional.empty();
        shapes.put("conv1.weight", stem);
        shapes.put("final_layer.weight", head);
        for (String landmark : LANDMARKS) {
            Shape shape = shapes.get(landmark);
            if (shape == null || shape.rank() != 4 || !plausible(shape)) return Optional.empty();
        }
        HrNetSpec spec = measure(shapes);
        for (Layer layer : HrNet.of(spec, 64, 64).layers()) {
            if (!(layer.operation() instanceof Operation.Convolution c)) continue;
            if (!c.weightShape().equals(weights.get(layer.name() + ".weight"))) {
                return Optional.empty();
            }
        }
        return Optional.of(spec);
    }

    /// The network in an ONNX file at the input size it declares, for those who know of no other; empty also where the
    /// file leaves the size free.
    public static Optional<HrNet> declared(OnnxGraph graph) {
        return graph.inputs().stream()
                .findFirst()
                .flatMap(input -> input.shape(1))
                .flatMap(shape -> read(graph, shape));
    }

    /// The network in an ONNX file, which may leave the input size free; empty if it is not an HRNet with our names.
    ///
    /// @param used the input's shape in use
    public static Optional<HrNet> read(OnnxGraph graph, Shape used) {
        Optional<HrNetSpec> spec = readFolded(graph.weights());
        if (spec.isEmpty() || used.rank() != 4) return Optional.empty();
        int height = used.size(2);
        int width = used.size(3);
        boolean fits = height > 1 && width > 1 && (height | width) % HrNet.SIZE_STEP == 0;
        int outputs = outputs(graph, height / CELL, width / CELL);
        HrNetSpec all = spec.get().withJoints(Math.max(spec.get().joints(), outputs));
        return fits ? Optional.of(HrNet.of(all, height, width)) : Optional.empty();
    }

    /// Taught joints may be heatmaps beside those of the head. 0 if the file does not say how many there are, or gives
    /// them out with the channels last.
    private static int outputs(OnnxGraph graph, int height, int width) {
        Optional<Shape> maps = graph.outputs().stream().findFirst().flatMap(v -> v.shape(0));
        return maps.filter(shape -> shape.rank() == 4 && shape.size(1) <= MOST_CHANNELS)
                .filter(shape -> isOrFree(shape.size(2), height) && isOrFree(shape.size(3), width))
                .map(shape -> shape.size(1))
                .orElse(0);
    }

    private static boolean isOrFree(int size, int wanted) {
        return size == wanted || size == 0;
    }

    /// What the names imply, unverified. The landmarks must be present.
    static HrNetSpec measure(Map<String, Shape> shapes) {
        NavigableSet<String> names = new TreeSet<>(shapes.keySet());
        List<Stage> stages = new ArrayList<>();
        for (int stage = 2; stage <= 4; stage++) {
            String prefix = "stage" + stage + ".";
            stages.add(new Stage(count(names, prefix), count(names, prefix + "0.branches.0.")));
        }
        String lastModule = "stage4." + (stages.getLast().modules() - 1);
        boolean allRows = starts(names, lastModule + ".fuse_layers.1.");
        Shape end = Objects.requireNonNull(shapes.get("final_layer.weight"));
        Shape first = Objects.requireNonNull(shapes.get("stage2.0.branches.0.0.conv1.weight"));
        return new HrNetSpec(
                allRows ? Version.V2 : Version.V1,
                first.size(0),
                end.size(0),
                end.size(2),
                count(names, "layer1."),
                stages);
    }

    /// Small enough not to overflow: the widest published branch has 384 channels.
    private static boolean plausible(Shape weights) {
        int kernel = weights.size(2);
        return weights.size(0) >= 1
                && weights.size(0) <= MOST_CHANNELS
                && kernel == weights.size(3)
                && kernel % 2 == 1
                && kernel <= 7;
    }

    /// Number of consecutive `prefix0.`, `prefix1.`, ...
    private static int count(NavigableSet<String> names, String prefix) {
        int count = 0;
        while (count < MOST && starts(names, prefix + count + ".")) count++;
        return count;
    }

    private static boolean starts(NavigableSet<String> names, String prefix) {
        String next = names.ceiling(prefix);
        return next != null && next.startsWith(prefix);
    }

    /// Counters and settings: all scalars, and some one-element lists.
    private static boolean isBookkeeping(String name, Map<String, Shape> shapes) {
        return Objects.requireNonNull(shapes.get(name)).rank() == 0
                || COUNTERS.contains(name.substring(name.lastIndexOf('.') + 1))
                || name.startsWith("data_preprocessor.");
    }

    /// A name in a hostile file may be as long as the file.
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }

    private static Problem missing(Object file, Map<String, Shape> shapes, String name) {
        String first = shapes.keySet().stream().findFirst().orElse("-");
        return new Problem("hrnet.missing", file, shapes.size(), shortened(first), name);
    }
}
