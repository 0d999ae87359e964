package org.hrscope.quantise;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxMetadata;

/// Quantises a network on crops of people. The ranges that lose least are taken; while the joints still move further than
/// is wished, the nodes that add most noise become float again. Interruptible. One thread, used once.
public final class Quantiser {
    /// Samples on which variants are compared.
    private static final int COMPARED = 12;

    /// Samples on which noise is measured: each takes two runs with all inner values.
    private static final int LISTENED = 3;

    /// Under this opset, weights cannot have a scale for each channel.
    private static final int LEAST_OPSET = 13;

    private final PoseModel model;
    private final ModelFile file;
    private final QuantiseWish wish;
    private final Runnable step;
    private final OnnxGraph graph;
    private final WholeNodes nodes;

    /// @param step called after each run, [#steps] times or fewer
    /// @throws Problem `quantise.already`, `quantise.opset`, `quantise.no-conv`, `quantise.no-node`
    public Quantiser(PoseModel model, QuantiseWish wish, Runnable step) throws Problem {
        this.model = model;
        this.wish = wish;
        this.step = step;
        file = model.file();
        graph = file.graph();
        boolean whole =
                graph.nodes().stream()
                        .anyMatch(node -> node.operator().matches("QLinear.*|.*Integer"));
        if (whole || !graph.roundings().isEmpty()) throw new Problem("quantise.already", file);
        nodes = new WholeNodes(graph);
        boolean convolves =
                nodes.names().stream().anyMatch(node -> nodes.convolution(node).isPresent());
        if (!convolves) throw new Problem("quantise.no-conv", file);
        if (graph.opset() < LEAST_OPSET) {
            throw new Problem("quantise.opset", file, graph.opset(), LEAST_OPSET);
        }
        for (String node : wish.kept()) {
            if (!nodes.names().contains(node)) throw new Problem("quantise.no-node", file, node);
        }
    }

    /// About how many runs it takes.
    public static int steps(int samples) {
        return samples * 2 + COMPARED * (RangeChoice.values().length + 2) + 2 * LISTENED;
    }

    public Quantised run(List<Sample> samples) throws Problem, InterruptedException {
        Calibration seen =
                Calibration.of(
                        file,
                        graph,
                        new LinkedHashSet<>(nodes.rounded(Set.of()).values()),
                        samples,
                        step);
        List<Integer> some = spread(samples.size(), COMPARED);
        List<Sample> compared = some.stream().map(samples::get).toList();
        List<Heatmaps> maps = some.stream().map(seen.maps()::get).toList();
        Set<String> kept = new LinkedHashSet<>(nodes.heads());
        kept.addAll(wish.kept());
        try (RoundedFile rounded = new RoundedFile(file, nodes, wish, graph.metadata())) {
            Map<RangeChoice, Map<String, ValueRange>> ranges = new EnumMap<>(RangeChoice.class);
            RangeChoice best = null;
            double least = Double.MAX_VALUE;
            for (RangeChoice choice : RangeChoice.values()) {
                if (!wish.range().map(choice::equals).orElse(true)) continue;
                ranges.put(choice, ranges(seen, choice));
                rounded.write(Objects.requireNonNull(ranges.get(choice)), kept);
                double loss = loss(rounded, compared, maps).pixels();
                if (best == null || loss < least) best = choice;
                least = Math.min(least, loss);
            }
            RangeChoice range = Objects.requireNonNull(best);
            Map<String, ValueRange> reach = Objects.requireNonNull(ranges.get(range));
            rounded.write(reach, kept);
            Noise noise = noise(rounded, samples);
            Map<String, Integer> cells = seen.cells();
            Search search =
                    new Search(
                            nodes,
                            cells,
                            tried -> {
                                rounded.write(reach, tried);
                                return loss(rounded, compared, maps).pixels();
                            });
            Set<String> found = search.from(kept, least, wish.pixels(), noise.worst(nodes));
            byte[] bytes = rounded.write(reach, found);
            if (found.size() > kept.size()) noise = noise(rounded, samples);
            return told(rounded, bytes, seen, samples, new Chosen(range, found, noise));
        }
    }

    private record Chosen(RangeChoice range, Set<String> kept, Noise noise) {}

    private Quantised told(
            RoundedFile rounded,
            byte[] bytes,
            Calibration seen,
            List<Sample> samples,
            Chosen chosen)
            throws Problem, InterruptedException {
        Loss loss;
        Speed speed;
        try (PoseModel whole = rounded.open()) {
            loss = Loss.of(whole, samples, seen.maps(), step);
            speed = Speed.of(model, whole, samples.getFirst(), step);
        }
        Quantised made =
                new Quantised(
                        bytes,
                        chosen.range(),
                        List.copyOf(chosen.kept()),
                        seen.constant(),
                        chosen.noise().decibels(),
                        loss,
                        speed,
                        file.bytes(),
                        samples.size());
        byte[] tail = OnnxMetadata.tail(metadata(made));
        byte[] both = ByteBuffer.allocate(bytes.length + tail.length).put(bytes).put(tail).array();
        return new Quantised(
                both,
                made.range(),
                made.kept(),
                made.constant(),
                made.noise(),
                loss,
                speed,
                made.before(),
                made.samples());
    }

    private static Map<String, ValueRange> ranges(Calibration seen, RangeChoice choice) {
        Map<String, ValueRange> ranges = new HashMap<>();
        seen.seen().forEach((name, values) -> ranges.put(name, choice.of(values)));
        return ranges;
    }

    private Loss loss(RoundedFile rounded, List<Sample> samples, List<Heatmaps> maps)
            throws Problem, InterruptedException {
        try (PoseModel whole = rounded.open()) {
            return Loss.of(whole, samples, maps, step);
        }
    }

    private Noise noise(RoundedFile rounded, List<Sample> samples)
            throws Problem, InterruptedException {
        Set<String> values = nodes.computing();
        List<Sample> listened =
                spread(samples.size(), LISTENED).stream().map(samples::get).toList();
        try (InnerValues exact = new InnerValues(file, graph, values);
                InnerValues whole =
                        new InnerValues(rounded.file(), rounded.file().graph(), values)) {
            return Noise.of(exact, whole, values, listened, step);
        }
    }

    /// Evenly spread over the whole.
    static List<Integer> spread(int all, int wanted) {
        int count = Math.min(all, wanted);
        List<Integer> spread = new ArrayList<>();
        for (int i = 0; i < count; i++) spread.add((int) ((i + 0.5) * all / count));
        return spread;
    }

    private Map<String, String> metadata(Quantised made) throws Problem {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(Quantised.MADE_FROM, file.sha256());
        metadata.put("quantised_range", made.range().name().toLowerCase(Locale.ROOT));
        metadata.put("quantised_weight_bits", "" + wish.weights());
        metadata.put("quantised_float", String.join(",", made.kept()));
        metadata.put("quantised_samples", "" + made.samples());
        metadata.put("quantised_loss_pixels", number("%.3f", made.loss().pixels()));
        metadata.put("quantised_loss_score", number("%.4f", made.loss().score()));
        metadata.put("quantised_time_ratio", number("%.3f", made.speed().ratio()));
        metadata.put(
                "quantised_decibels",
                made.noise().entrySet().stream()
                        .map(e -> e.getKey() + "=" + number("%.1f", e.getValue()))
                        .collect(Collectors.joining(",")));
        return metadata;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
