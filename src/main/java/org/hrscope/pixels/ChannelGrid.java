package org.hrscope.pixels;

import java.util.function.IntFunction;
import org.hrscope.domain.FeatureMaps;

/// All channels of a node as one picture, one pixel a cell, tile beside tile in the network's order: what is painted
/// once can then be shown in any order and size.
///
/// @param columns tiles in a row
/// @param pixels  0xAARRGGBB, `width()` x `height()`
public record ChannelGrid(int channels, int tileWidth, int tileHeight, int columns, int[] pixels) {

    /// As near to a square as whole tiles allow, which keeps it within what a graphics card takes. Any thread.
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

    /// Where a channel's tile begins.
    public int x(int channel) {
        return channel % columns * tileWidth;
    }

    public int y(int channel) {
        return channel / columns * tileHeight;
    }
}
