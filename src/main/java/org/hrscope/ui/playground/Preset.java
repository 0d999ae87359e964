package org.hrscope.ui.playground;

import java.util.EnumMap;
import java.util.Map;
import java.util.Scanner;

/// Settings worth looking at, with values that are easy to compute. Any thread.
public enum Preset {
    /// Five cells, kernel 2, stride 2: one column is left over, no row.
    LEFT_OVER(Padding.VALID, "1 0 2 -1", 4, 5, 2, 2, 2, 2, 1, 1, 0, 0, 1, 1, 1),
    /// HRNet's first layer, with fewer channels.
    STEM(Padding.NUMBER, "", 8, 8, 3, 3, 2, 2, 1, 1, 1, 1, 3, 4, 1),
    /// Mixes channels, sees no neighbours.
    POINTWISE(Padding.VALID, "", 5, 5, 1, 1, 1, 1, 1, 1, 0, 0, 4, 2, 1),
    /// The Sobel kernel for vertical edges.
    EDGE(Padding.NUMBER, "-1 0 1 -2 0 2 -1 0 1", 9, 9, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    DILATED(Padding.VALID, "1 0 1 0 2 0 1 0 1", 7, 7, 3, 3, 1, 1, 2, 2, 0, 0, 1, 1, 1),
    /// Each channel on its own.
    DEPTHWISE(Padding.SAME, "", 6, 6, 3, 3, 1, 1, 1, 1, 0, 0, 4, 4, 4);

    private final Padding padding;
    private final String kernel;
    private final int[] numbers;

    /// @param kernel  row-major; if empty, a pattern of -1, 0 and 1
    /// @param numbers in [Parameter] order
    Preset(Padding padding, String kernel, int... numbers) {
        this.padding = padding;
        this.kernel = kernel;
        this.numbers = numbers;
    }

    Setting setting() {
        Map<Parameter, Integer> all = new EnumMap<>(Parameter.class);
        for (Parameter each : Parameter.values()) all.put(each, numbers[each.ordinal()]);
        return new Setting(all, padding, false, Setting.Cut.NOT);
    }

    /// Repeats the pattern beyond the preset's size, so that an enlarged grid has values too.
    Values filled() {
        int[] given = new Scanner(kernel).tokens().mapToInt(Integer::parseInt).toArray();
        int columns = numbers[Parameter.KERNEL_WIDTH.ordinal()];
        Values filled = Values.of(Parameter.INPUT_CHANNELS.most);
        double[] cells = filled.cells();
        int kernels = filled.inputs() * Values.PLANE;
        for (int i = 0; i < kernels; i++) {
            int x = i % Parameter.INPUT_WIDTH.most;
            int y = i / Parameter.INPUT_WIDTH.most % Parameter.INPUT_HEIGHT.most;
            int channel = i / Parameter.INPUT_WIDTH.most / Parameter.INPUT_HEIGHT.most;
            cells[i] = this == EDGE ? square(y, x) : count(channel, y, x);
        }
        for (int i = 0; i < filled.bias(0) - kernels; i++) {
            int x = i % Parameter.KERNEL_WIDTH.most;
            int y = i / Parameter.KERNEL_WIDTH.most % Parameter.KERNEL_HEIGHT.most;
            int at = y * columns + x;
            int pattern = (i / Values.KERNEL * 4 + 4 * y + x * x + x * y) % 3 - 1;
            cells[kernels + i] = x < columns && at < given.length ? given[at] : pattern;
        }
        for (int o = 0; o < Parameter.OUTPUT_CHANNELS.most; o++) cells[filled.bias(o)] = 1;
        return filled;
    }

    /// Rows starting 1 2 3 4 5, 6 7 8 9 0: one digit per cell.
    private static int count(int channel, int row, int column) {
        return (1 + column + 5 * row + row / 2 * 3 + 3 * channel) % 10;
    }

    private static int square(int row, int column) {
        return row >= 2 && row <= 6 && column >= 2 && column <= 6 ? 9 : 0;
    }
}
