package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrscope.ablation.Gate.Kind;
import org.hrscope.domain.NearestNames;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.hrnet.HrNet;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.GatedValue;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.pipeline.Alteration;
import org.hrscope.pixels.Cover;

/// All gates of one network, in order of computation. Immutable.
public final class Gates {
    /// A value that only feeds one of these has no gate; the output has one: a gain before ReLU is not linear.
    private static final Set<String> ACTIVATIONS =
            Set.of("Relu", "Clip", "LeakyRelu", "PRelu", "BatchNormalization");

    /// These only rearrange values whose sources have gates.
    private static final Set<String> MOVING =
            Set.of("Reshape", "Transpose", "Split", "Slice", "Concat");

    private final Object network;
    private final Set<String> values;
    private final List<Gate> gates;
    private final Map<String, Gate> named = new HashMap<>();

    private Gates(Object network, OnnxGraph graph, List<Gate> gates) {
        this.network = network;
        this.gates = List.copyOf(gates);
        values = graph.values();
        for (Gate gate : gates) gate.names().forEach(name -> named.putIfAbsent(name, gate));
    }

    /// Gates of an HRNet: every exchange path, branch, block and layer.
    ///
    /// @param network named in error sentences
    /// @param graph   of the same file
    public static Gates of(Object network, HrNet net, OnnxGraph graph) {
        return new Gates(network, graph, new HrNetGates(net, graph).find());
    }

    /// Gates of any network: every feature map with a known number of channels.
    ///
    /// @param shapes of float32 values, by name
    public static Gates of(Object network, OnnxGraph graph, Map<String, Shape> shapes) {
        Map<String, List<String>> users = new HashMap<>();
        Set<String> moved = new HashSet<>();
        for (OnnxGraph.Node node : graph.nodes()) {
            if (MOVING.contains(node.operator())) moved.addAll(node.outputs());
            for (String input : node.inputs()) {
                users.computeIfAbsent(input, _ -> new ArrayList<>()).add(node.operator());
            }
        }
        List<Gate> gates = new ArrayList<>();
        for (String value : graph.values()) {
            Shape shape = shapes.get(value);
            List<String> by = users.getOrDefault(value, List.of());
            boolean before = by.size() == 1 && ACTIVATIONS.contains(by.getFirst());
            if (shape == null || shape.rank() != 4 || before || moved.contains(value)) continue;
            GatedValue at = GatedValue.everywhere(value, shape.size(1));
            gates.add(new Gate(List.of(value), Kind.VALUE, at));
        }
        return new Gates(network, graph, gates);
    }

    /// Name of what a branch adds to the sum of its own row, where a gain may make another value of it; any other name
    /// stays.
    public static String ownPart(String term) {
        String row = term.substring(term.lastIndexOf('.') + 1);
        return term.replaceFirst("branches\\.\\d+$", "fuse_layers." + row + "." + row);
    }

    public List<Gate> all() {
        return gates;
    }

    /// The exchange paths from one resolution to another: 53 in a published HRNet.
    public List<Gate> paths() {
        return gates.stream().filter(gate -> gate.kind() == Kind.PATH).toList();
    }

    /// The gate with this name or alias.
    public Optional<Gate> find(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /// @throws Problem `gain.unknown`, `gain.impossible`, suggesting similar names
    public Gate named(String name) throws Problem {
        Gate gate = named.get(name);
        if (gate != null) return gate;
        if (gates.isEmpty()) throw new Problem("gain.none", network);
        String key = values.contains(name) ? "gain.impossible" : "gain.unknown";
        throw new Problem(
                key, network, name, NearestNames.of(name, gates.stream().map(Gate::name).toList()));
    }

    /// What inner values are read with under these gains and this cover.
    ///
    /// @param file of this network
    /// @throws Problem as [#named], and `gain.channel`
    public Alteration alteration(ModelFile file, Gains gains, Cover cover) throws Problem {
        if (gains.changed().isEmpty()) return new Alteration(file, List.of(), new float[0], cover);
        List<GatedValue> places = gates.stream().map(Gate::at).toList();
        return new Alteration(file, places, laidOut(gains), cover);
    }

    /// The session's gain input: the channels of all gates, concatenated.
    ///
    /// @throws Problem as above, and `gain.channel`
    float[] laidOut(Gains gains) throws Problem {
        Map<Gate, List<Gains.Gain>> wanted = new HashMap<>();
        for (Gains.Gain gain : gains.changed()) {
            Gate gate = named(gain.name());
            int channel = gain.channel().orElse(0);
            if (channel >= gate.channels()) {
                throw new Problem("gain.channel", gate.name(), gate.channels(), channel);
            }
            wanted.computeIfAbsent(gate, _ -> new ArrayList<>()).add(gain);
        }
        float[] all = new float[gates.stream().mapToInt(Gate::channels).sum()];
        int from = 0;
        for (Gate gate : gates) {
            List<Gains.Gain> changed = wanted.getOrDefault(gate, List.of());
            for (int c = 0; c < gate.channels(); c++) {
                float gain = 1;
                for (Gains.Gain each : changed) {
                    if (each.channel().orElse(c) == c) gain *= each.gain();
                }
                all[from++] = gain;
            }
        }
        return all;
    }
}
