package org.hrscope.domain;

import java.util.List;

/// Input and output of a heatmap network, as its file declares them.
///
/// @param name     display name: the file name without extension
/// @param input    name of the input tensor, [1, 3, inputHeight, inputWidth] float32
/// @param output   name of the heatmap tensor, [1, K, heatmapHeight, heatmapWidth] float32
/// @param mean,std per channel in the model's channel order, for values scaled to 0..1
/// @param rgb      whether the first channel is red (else blue)
/// @param skeleton what the output channels stand for; numbers for a person finder
public record ModelInfo(
        String name,
        String input,
        String output,
        int inputWidth,
        int inputHeight,
        int heatmapWidth,
        int heatmapHeight,
        List<Float> mean,
        List<Float> std,
        boolean rgb,
        Skeleton skeleton,
        Decoder decoder,
        Task task) {

    public ModelInfo {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    public int joints() {
        return skeleton.size();
    }

    /// One crop as the network takes it: NCHW.
    public Shape inputShape() {
        return Shape.of(1, 3, inputHeight, inputWidth);
    }

    public double aspect() {
        return inputWidth / (double) inputHeight;
    }
}
