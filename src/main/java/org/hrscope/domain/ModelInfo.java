package org.hrscope.domain;

import java.util.List;

/// What a pose network expects and gives, as its file says.
///
/// @param name         for people: the file's name without its ending
/// @param input        the input tensor's name, [1, 3, inputHeight, inputWidth] float32
/// @param output       the heatmap tensor's name, [1, K, heatmapHeight, heatmapWidth] float32
/// @param mean,std     per channel in the model's channel order, of values scaled to 0..1
/// @param rgb          whether the first channel is red (else blue)
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
        Decoder decoder) {

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
