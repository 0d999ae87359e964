package org.hrscope.hrnet;

import java.util.List;

/// A node of the network as shown to the user: one or more layers that belong together.
///
/// @param name   of its output value
/// @param stage  1 to 4 as in the paper (stem and layer1 belong to 1), 5 for the head, 0 for the input
/// @param module exchange module within the stage, 0 if none
/// @param row    number of halvings: 0 is the input, 2 a quarter of it, 5 a thirty-second
/// @param column depth from the left, 0 is the input; parts in one column do not feed each other
/// @param inputs the parts it reads
public record Part(
        String name,
        Kind kind,
        int stage,
        int module,
        int row,
        int column,
        List<String> inputs,
        List<Layer> layers) {

    /// Role of a part in the paper's figure of the network.
    public enum Kind {
        PICTURE,
        STEM,
        BOTTLENECK,
        TRANSITION,
        BRANCH,
        /// 1x1 convolution and upsampling, to a finer branch
        EXCHANGE_UP,
        /// strided 3x3 convolutions, to a coarser branch
        EXCHANGE_DOWN,
        FUSED,
        RESIZED,
        CONCATENATED,
        HEAD;

        /// Whether values move between branches here.
        public boolean crossesBranches() {
            return this == EXCHANGE_UP || this == EXCHANGE_DOWN;
        }
    }

    public Part {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
    }

    /// The layer that computes this part's output.
    public Layer output() {
        return layers.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
    }

    public long parameters() {
        return layers.stream().mapToLong(Layer::parameters).sum();
    }

    public long multiplyAdds() {
        return layers.stream().mapToLong(Layer::multiplyAdds).sum();
    }

    /// The section its cost is counted under: `stem layer1 transition1 stage2 stage3 stage4 exchange transitions
    /// head`.
    public String section() {
        return switch (kind) {
            case PICTURE -> "picture";
            case STEM -> "stem";
            case BOTTLENECK -> "layer1";
            case TRANSITION -> stage == 2 ? "transition1" : "transitions";
            case BRANCH -> "stage" + stage;
            case EXCHANGE_UP, EXCHANGE_DOWN, FUSED -> "exchange";
            case RESIZED, CONCATENATED, HEAD -> "head";
        };
    }
}
