package org.hrscope.ui.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Layer;
import org.hrscope.hrnet.Maps;
import org.hrscope.hrnet.Operation.Convolution;
import org.hrscope.hrnet.Operation.Upsample;
import org.hrscope.hrnet.Part;
import org.hrscope.hrnet.Part.Kind;

/// A part's layers as steps: convolutions and resizing. A branch's blocks are identical and listed once.
final class Steps {
    private final Map<String, Maps> values = new HashMap<>();

    Steps(HrNet net) {
        for (Part part : net.parts()) {
            for (Layer layer : part.layers()) values.put(layer.name(), layer.output());
        }
    }

    /// Shape of the value `layer` takes first.
    Maps input(Layer layer) {
        String name = layer.inputs().isEmpty() ? layer.name() : layer.inputs().getFirst();
        return values.getOrDefault(name, layer.output());
    }

    List<Computation> of(Part part) {
        List<Computation> steps = new ArrayList<>();
        for (Layer layer : part.layers()) {
            boolean told =
                    layer.operation() instanceof Convolution
                            || layer.operation() instanceof Upsample;
            if (!told) continue;
            String name =
                    layer.operation() instanceof Convolution c ? c.weights() : part.name() + ".up";
            steps.add(
                    new Computation(
                            shortened(name, part),
                            1,
                            layer.operation(),
                            input(layer),
                            layer.output()));
        }
        if (part.kind() != Kind.BRANCH) return steps;
        Computation first = steps.getFirst();
        String names = first.name() + " … " + steps.getLast().name();
        return List.of(
                new Computation(names, steps.size(), first.operation(), first.in(), first.out()));
    }

    /// `conv2` within `layer1.0`; a bare number says enough only in a branch.
    private static String shortened(String name, Part part) {
        String prefix = part.name() + ".";
        if (!name.startsWith(prefix)) return name;
        String rest = name.substring(prefix.length());
        boolean number = Character.isDigit(rest.charAt(0));
        return number && part.kind() != Kind.BRANCH ? name : rest;
    }
}
