package org.hrscope.ui.playground;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.ui.playground.Setting.Position;

/// Convolution in the deep-learning sense: cross-correlation, the kernel is not flipped. Any thread.
record Convolution(Setting setting, Values values) {

    /// One product of the sum.
    ///
    /// @param channel of the input
    /// @param tap     index of the kernel cell, row-major
    /// @param padded  whether the value is a padding zero
    record Product(int channel, int tap, boolean padded, double value, double weight) {
        double result() {
            return value * weight;
        }
    }

    /// In kernel order: channel by channel, row by row.
    List<Product> products(Position at) {
        Axis down = setting.height();
        Axis across = setting.width();
        List<Product> products = new ArrayList<>();
        for (int depth = 0; depth < setting.depth(); depth++) {
            int channel = setting.firstRead(at.channel()) + depth;
            for (int tap = 0; tap < down.kernel() * across.kernel(); tap++) {
                int y = tap / across.kernel();
                int x = tap % across.kernel();
                int row = at.row() * down.stride() + y * down.dilation();
                int column = at.column() * across.stride() + x * across.dilation();
                boolean padded = down.pads(row) || across.pads(column);
                double weight = values.cells()[values.weight(at.channel(), depth, y, x)];
                double value = input(channel, row, column);
                products.add(new Product(channel, tap, padded, value, weight));
            }
        }
        return products;
    }

    /// Zero outside the input.
    ///
    /// @param row counted with the padding above the input
    double input(int channel, int row, int column) {
        if (setting.height().pads(row) || setting.width().pads(column)) return 0;
        int y = row - setting.height().before();
        int x = column - setting.width().before();
        return values.cells()[values.input(channel, y, x)];
    }

    /// The bias of this channel; zero without bias.
    double bias(int channel) {
        return setting.bias() ? values.cells()[values.bias(channel)] : 0;
    }

    double at(Position at) {
        double sum = bias(at.channel());
        for (int depth = 0; depth < setting.depth(); depth++) sum += at(at, depth);
        return sum;
    }

    /// What one of the input channels that the kernel reads adds.
    private double at(Position at, int depth) {
        Axis down = setting.height();
        Axis across = setting.width();
        int channel = setting.firstRead(at.channel()) + depth;
        double sum = 0;
        for (int y = 0; y < down.kernel(); y++) {
            int row = at.row() * down.stride() + y * down.dilation();
            for (int x = 0; x < across.kernel(); x++) {
                int column = at.column() * across.stride() + x * across.dilation();
                double weight = values.cells()[values.weight(at.channel(), depth, y, x)];
                sum += weight * input(channel, row, column);
            }
        }
        return sum;
    }
}
