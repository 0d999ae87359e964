package org.hrscope.hrnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.Shape;
import org.hrscope.hrnet.Operation.Convolution;

/// An HRNet laid out for one input size: its parts in order of computation. Immutable.
public record HrNet(HrNetSpec spec, int inputHeight, int inputWidth, List<Part> parts) {

    /// Both sides of the input must be multiples of this: five halvings.
    public static final int SIZE_STEP = 32;

    /// Cost of a section such as `layer1`.
    public record Cost(long parameters, long multiplyAdds) {
        Cost plus(Part part) {
            return new Cost(parameters + part.parameters(), multiplyAdds + part.multiplyAdds());
        }
    }

    public HrNet {
        parts = List.copyOf(parts);
    }

    /// @throws IllegalArgumentException if a side is not a multiple of 32
    public static HrNet of(HrNetSpec spec, int inputHeight, int inputWidth) {
        return new HrNetLayout(spec, inputHeight, inputWidth).lay();
    }

    /// All layers in order of computation, without the input.
    public List<Layer> layers() {
        return parts.stream()
                .filter(p -> p.kind() != Part.Kind.PICTURE)
                .flatMap(p -> p.layers().stream())
                .toList();
    }

    public Part part(String name) {
        return parts.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    public Maps heatmaps() {
        return parts.getLast().output().output();
    }

    public long parameters() {
        return parts.stream().mapToLong(Part::parameters).sum();
    }

    public long multiplyAdds() {
        return parts.stream().mapToLong(Part::multiplyAdds).sum();
    }

    /// By [Part#section()], in order of computation.
    public Map<String, Cost> costs() {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.kind() == Part.Kind.PICTURE) continue;
            Cost before = costs.getOrDefault(part.section(), new Cost(0, 0));
            costs.put(part.section(), before.plus(part));
        }
        return costs;
    }

    /// All paths from branches to fused outputs, identity paths included.
    public List<ExchangePath> exchangePaths() {
        List<ExchangePath> paths = new ArrayList<>();
        for (Part fused : parts) {
            if (fused.kind() != Part.Kind.FUSED) continue;
            for (String input : fused.inputs()) paths.add(ExchangePath.between(part(input), fused));
        }
        return paths;
    }

    /// The state dict of this network by name, without batch norm counters.
    public Map<String, Shape> stateDict() {
        Map<String, Shape> tensors = new LinkedHashMap<>();
        for (Layer layer : layers()) {
            if (!(layer.operation() instanceof Convolution c)) continue;
            tensors.put(c.weights() + ".weight", c.weightShape());
            if (c.bias()) tensors.put(c.weights() + ".bias", Shape.of(c.out()));
            c.norm()
                    .ifPresent(norm -> {
                        for (String of : List.of("weight", "bias", "running_mean", "running_var")) {
                            tensors.put(norm + "." + of, Shape.of(c.out()));
                        }
                    });
        }
        return tensors;
    }
}
