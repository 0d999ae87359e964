package org.hrscope.inference;

import java.util.List;

/// How a network wants its pixels: levels 0..255 scaled to 0..1, minus the mean, divided by the deviation.
///
/// @param mean,std per channel, in the network's channel order
/// @param rgb      whether the first channel is red (else blue)
/// @param outside  the grey level, 0..255, of what lies outside the picture
public record PixelFormat(List<Float> mean, List<Float> std, boolean rgb, int outside) {

    public PixelFormat {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != 3 || std.size() != 3) {
            throw new IllegalArgumentException(mean + " and " + std + " for three channels");
        }
    }

    /// ImageNet's mean and deviation, RGB.
    public static PixelFormat imageNet(int outside) {
        return new PixelFormat(
                List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f), true, outside);
    }

    /// Levels of 0..255 as they are, BGR.
    public static PixelFormat levels(int outside) {
        float one = 1 / 255f;
        return new PixelFormat(List.of(0f, 0f, 0f), List.of(one, one, one), false, outside);
    }
}
