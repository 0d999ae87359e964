package org.hrscope.pixels;

import java.util.function.IntFunction;
import org.hrscope.domain.FeatureMaps;

/// All channels of a node tiled into one image, one pixel per cell, in the network's order. Painted once, it can be
/// shown in any order and at any size.
///
/// @param columns tiles per row
/// @param pixels  0xAARRGGBB, `width()` x `height()`
public record ChannelGrid(int channels, int tileWidth, int tileHeight, int columns, int[] pixels) {

    /// As square as possible, to stay within the GPU's texture limit. Any thread.
    public static ChannelGrid paint(FeatureMaps maps, IntFunction<ColourScale> scales) {
        int square = (int) Math.ceil(Math.sqrt((double) maps.values().length));
        int columns =
                Math.clamp(square / Math.max(1, maps.width()), 1, Math.max(1, maps.channels()));
        int rows = (maps.channels() + columns - 1) / columns;
        int stride = columns * maps.width();
        int[] pixels = new int[stride * rows * maps.height()];
        int from = 0;
        for (int c = 0; c < maps.channels(); c++) {
            ColourScale scale = scales.apply(c);
            int corner = c / columns * maps.height() * stride + c % columns * maps.width();
            for (int y = 0; y < maps.height(); y++) {
                for (int x = 0; x < maps.width(); x++) {
                    pixels[corner + y * stride + x] = scale.argb(maps.values()[from++]);
                }
            }
        }
        return new ChannelGrid(maps.channels(), maps.width(), maps.height(), columns, pixels);
    }

    public int width() {
        return columns * tileWidth;
    }

    public int height() {
        return (channels + columns - 1) / columns * tileHeight;
    }

    /// Left edge of a channel's tile.
    public int x(int channel) {
        return channel % columns * tileWidth;
    }

    public int y(int channel) {
        return channel / columns * tileHeight;
    }
}
