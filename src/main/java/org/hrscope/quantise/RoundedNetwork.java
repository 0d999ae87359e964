package org.hrscope.quantise;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxRounding;

/// What a quantised file says of itself, for whoever shows it. Immutable.
///
/// @param decibels  ratio of signal to quantisation noise in dB, by value; empty in files made elsewhere
/// @param floats    nodes that stay float, by the name of their value
/// @param roundings by value and by weight
/// @param exact     what the file calls a value before it is rounded, by value
public record RoundedNetwork(
        Map<String, Double> decibels,
        Set<String> floats,
        Map<String, OnnxRounding> roundings,
        Map<String, String> exact) {

    public RoundedNetwork {
        decibels = Collections.unmodifiableMap(new LinkedHashMap<>(decibels));
        floats = Set.copyOf(floats);
        roundings = Map.copyOf(roundings);
        exact = Map.copyOf(exact);
    }

    /// Empty unless the file is quantised.
    public static Optional<RoundedNetwork> of(OnnxGraph graph) {
        if (graph.roundings().isEmpty()) return Optional.empty();
        Map<String, String> said = graph.metadata();
        Map<String, Double> decibels = new LinkedHashMap<>();
        for (String each : said.getOrDefault(Quantised.DECIBELS, "").split(",")) {
            int at = each.lastIndexOf('=');
            if (at < 0) continue;
            try {
                decibels.put(each.substring(0, at), Double.valueOf(each.substring(at + 1)));
            } catch (NumberFormatException edited) {
                // One node without a number is no reason to show none.
            }
        }
        Set<String> floats =
                Arrays.stream(said.getOrDefault(Quantised.FLOATS, "").split(","))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(HashSet::new));
        Map<String, OnnxRounding> roundings = new HashMap<>(graph.roundings());
        Map<String, String> exact = new HashMap<>(graph.exact());
        for (OnnxGraph.Node node : graph.nodes()) {
            if (!node.operator().equals("Identity")) continue;
            String from = node.inputs().getFirst();
            String to = node.outputs().getFirst();
            copy(decibels, from, to);
            copy(roundings, from, to);
            copy(exact, from, to);
            if (floats.contains(from)) floats.add(to);
        }
        return Optional.of(new RoundedNetwork(decibels, floats, roundings, exact));
    }

    /// What is known of a value is known of the same value under another name.
    private static <T> void copy(Map<String, T> facts, String from, String to) {
        T fact = facts.get(from);
        if (fact != null) facts.putIfAbsent(to, fact);
    }

    /// The ratio at a value; where that is not known, the worst of those within.
    public OptionalDouble decibels(String value, Collection<String> within) {
        Double own = decibels.get(value);
        if (own != null) return OptionalDouble.of(own);
        return within.stream()
                .filter(decibels::containsKey)
                .mapToDouble(name -> decibels.getOrDefault(name, 0.0))
                .min();
    }

    /// Whether everything in a node stays float.
    public boolean isFloat(String value, Collection<String> within) {
        var known =
                Stream.concat(Stream.of(value), within.stream())
                        .filter(decibels::containsKey)
                        .toList();
        return !known.isEmpty() && floats.containsAll(known);
    }
}
