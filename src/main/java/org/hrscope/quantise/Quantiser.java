package org.hrscope.quantise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxMetadata;

/// Quantises a network on crops of people. As many nodes stay float as it takes for the joints to move no further than
/// is wished. Interruptible. One thread, used once.
public final class Quantiser {
    /// Samples on which variants are compared.
    private static final int COMPARED = 8;

    /// From this many samples on, ranges are made on others than those that are compared.
    private static final int APART = 16;

    /// Samples for ranges: half of all, or as many as this.
    private static final int RANGED = 32;

    /// Sets of float nodes that are tried, as a rule.
    private static final int TRIALS = 5;

    /// Samples on which noise is measured: each takes a run with all inner values.
    private static final int LISTENED = 2;

    /// Operators that compute with whole numbers.
    private static final Pattern WHOLE = Pattern.compile("QLinear.*|.*Integer");

    /// Under this opset, weights cannot have a scale for each channel.
    private static final int LEAST_OPSET = 13;

    private final PoseModel model;
    private final ModelFile file;
    private final QuantiseWish wish;
    private final Runnable step;
    private final Path temporary;
    private final OnnxGraph graph;
    private final WholeNodes nodes;

    /// @param step called after each run, [#steps] times or fewer
    /// @throws Problem `quantise.already`, `quantise.opset`, `quantise.no-conv`, `quantise.no-node`
    public Quantiser(PoseModel model, QuantiseWish wish, Runnable step) throws Problem {
        this(model, wish, step, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// @param temporary for the copies that are tried
    Quantiser(PoseModel model, QuantiseWish wish, Runnable step, Path temporary) throws Problem {
        this.temporary = temporary;
        this.model = model;
        this.wish = wish;
        this.step = step;
        file = model.file();
        graph = file.graph();
        boolean whole =
                graph.nodes().stream().anyMatch(node -> WHOLE.matcher(node.operator()).matches());
        // All of a copy may have stayed float.
        boolean copy = graph.metadata().containsKey(Quantised.MADE_FROM);
        if (whole || copy || !graph.roundings().isEmpty()) {
            throw new Problem("quantise.already", file);
        }
        nodes = new WholeNodes(graph);
        boolean convolves =
                nodes.names().stream().anyMatch(node -> nodes.convolution(node).isPresent());
        if (!convolves || file.half()) throw new Problem("quantise.no-conv", file);
        file.refuseWeightsApart();
        if (graph.opset() < LEAST_OPSET) {
            throw new Problem("quantise.opset", file, graph.opset(), LEAST_OPSET);
        }
        for (String node : wish.kept()) {
            if (!nodes.names().contains(node)) throw new Problem("quantise.no-node", file, node);
        }
    }

    /// About how many runs it takes.
    public static int steps(int samples) {
        int ranged = samples < APART ? samples : samples - COMPARED;
        return ranged + COMPARED * (1 + TRIALS) + LISTENED;
    }

    /// How many to gather where so many are wished for: more would hardly change the ranges.
    public static int used(int samples) {
        if (samples < APART) return samples;
        return COMPARED + Math.min(samples - COMPARED, Math.max(samples / 2, RANGED));
    }

    /// Where there are enough, those that tell how large values get are not those that tell what it costs: so that is
    /// measured on what the ranges were not made for.
    public Quantised run(List<Sample> samples) throws Problem, InterruptedException {
        List<Integer> costly = spread(samples.size(), COMPARED);
        List<Sample> compared = costly.stream().map(samples::get).toList();
        List<Sample> ranged = new ArrayList<>(samples);
        if (samples.size() >= APART) costly.reversed().forEach(index -> ranged.remove((int) index));
        Calibration seen =
                Calibration.of(
                        file,
                        graph,
                        new LinkedHashSet<>(nodes.rounded(Set.of()).values()),
                        ranged,
                        spread(ranged.size(), LISTENED),
                        step);
        List<Heatmaps> maps = Loss.exact(model, compared, step);
        Set<String> kept = kept();
        Map<String, ValueRange> reach = new HashMap<>();
        seen.seen().forEach((name, values) -> reach.put(name, wish.range().of(values)));
        try (RoundedFile rounded =
                new RoundedFile(file, nodes, wish, seen.means(), graph.metadata(), temporary)) {
            Search search =
                    new Search(
                            nodes,
                            seen,
                            reach,
                            tried -> {
                                rounded.write(reach, tried);
                                return Loss.of(rounded.open(), compared, maps, step);
                            });
            Search.Found found = wish.only() ? search.with(kept) : search.from(kept, wish.pixels());
            // Where all stays float nothing is noisy, and nobody could tell what to begin with.
            boolean whole = found.kept().containsAll(nodes.computing());
            Set<String> least = rounds() ? kept : nodes.heads();
            rounded.write(reach, whole ? least : found.kept());
            Noise noise = noise(rounded, seen, ranged);
            byte[] bytes = rounded.write(reach, found.kept());
            Quantised made =
                    new Quantised(
                            bytes,
                            wish.range(),
                            List.copyOf(found.kept()),
                            seen.constant(),
                            noise.decibels(),
                            found.loss(),
                            Speed.of(model, rounded.open(), compared.getFirst(), step),
                            file.bytes(),
                            samples.size());
            return made.with(OnnxMetadata.tail(metadata(made)));
        }
    }

    /// Float in any case.
    private Set<String> kept() {
        Set<String> kept = new LinkedHashSet<>();
        if (!wish.only()) kept.addAll(nodes.heads());
        kept.addAll(wish.kept());
        return kept;
    }

    /// Whether the wish leaves anything to round.
    public boolean rounds() {
        return !kept().containsAll(nodes.computing());
    }

    private Noise noise(RoundedFile rounded, Calibration seen, List<Sample> samples)
            throws Problem, InterruptedException {
        Set<String> values = nodes.computing();
        try (InnerValues whole = new InnerValues(rounded.file(), rounded.file().graph(), values)) {
            return Noise.of(seen, whole, values, samples, step);
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
        metadata.put(Quantised.FLOATS, String.join(",", made.kept()));
        metadata.put("quantised_samples", "" + made.samples());
        metadata.put("quantised_loss_pixels", number("%.3f", made.loss().pixels()));
        metadata.put("quantised_loss_score", number("%.4f", made.loss().score()));
        metadata.put("quantised_time_ratio", number("%.3f", made.speed().ratio()));
        metadata.put(
                Quantised.DECIBELS,
                made.noise().entrySet().stream()
                        .map(e -> e.getKey() + "=" + number("%.1f", e.getValue()))
                        .collect(Collectors.joining(",")));
        return metadata;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
