package org.hrscope.inference;

import java.util.List;

/// A network's input format: levels 0..255 scaled to 0..1, mean subtracted, divided by the standard deviation.
///
/// @param mean,std per channel, in the network's channel order
/// @param rgb      whether the first channel is red (else blue)
/// @param outside  grey level, 0..255, outside the image
public record PixelFormat(List<Float> mean, List<Float> std, boolean rgb, int outside) {

    public PixelFormat {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != 3 || std.size() != 3) {
            throw new IllegalArgumentException(mean + " and " + std + " for three channels");
        }
    }

    /// ImageNet's mean and standard deviation, RGB.
    public static PixelFormat imageNet(int outside) {
        return new PixelFormat(
                List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f), true, outside);
    }

    /// Raw levels 0..255, BGR.
    public static PixelFormat levels(int outside) {
        float one = 1 / 255f;
        return new PixelFormat(List.of(0f, 0f, 0f), List.of(one, one, one), false, outside);
    }
}
