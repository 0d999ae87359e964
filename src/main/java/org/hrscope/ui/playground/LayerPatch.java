package org.hrscope.ui.playground;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.onnx.OnnxConvolution;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.ui.playground.Setting.Position;

/// A window of a real convolution with its real numbers: one kernel, all input channels it reads, a few output cells
/// round the wanted one. Zeros are padded only where the window reaches the map's edge. Any thread.
///
/// @param value   the layer's output, `channel` of it
/// @param top     row of the first output cell in the whole map, `left` its column
/// @param step    the wanted cell's place in the window
/// @param network what the network itself computed for the window; after ReLU, if there is one
/// @param first   the input's channel that comes first here
/// @param gain    what somebody multiplies the network's numbers by; usually 1
public record LayerPatch(
        String value,
        int channel,
        int top,
        int left,
        Convolution convolution,
        int step,
        FeatureMaps network,
        int first,
        float gain) {
    /// Output cells along an axis.
    private static final int SEEN = 5;

    /// One axis of the window: output cells from `first`, `count` of them; input cells `from` up to `to`.
    private record Span(int first, int count, int from, int to, int number, Axis.Inside inside) {
        static Optional<Span> of(
                OnnxConvolution layer, int axis, int kernel, int input, int output, int at) {
            int stride = layer.strides().get(axis);
            int extent = layer.dilations().get(axis) * (kernel - 1) + 1;
            int before = layer.before(axis, input, kernel);
            int number = Math.max(before, layer.after(axis, input, kernel));
            int room = Parameter.values()[axis].most - extent;
            boolean fits =
                    room >= 0
                            && kernel <= Parameter.values()[2 + axis].most
                            && stride <= Parameter.values()[4 + axis].most
                            && layer.dilations().get(axis) <= Parameter.values()[6 + axis].most
                            && number <= Parameter.values()[8 + axis].most;
            if (!fits) return Optional.empty();
            int count = Math.min(Math.min(SEEN, room / stride + 1), output);
            int first = Math.clamp(at - count / 2, 0, output - count);
            int start = first * stride - before;
            int end = start + (count - 1) * stride + extent;
            int from = Math.max(start, 0);
            int to = Math.min(end, input);
            Axis.Inside inside = new Axis.Inside(number - (from - start), number - (end - to));
            return to > from
                    ? Optional.of(new Span(first, count, from, to, number, inside))
                    : Optional.empty();
        }
    }

    /// @param input  the layer's whole input
    /// @param output the whole `value`
    /// @return empty if the layer is beyond the playground's bounds
    public static Optional<LayerPatch> of(
            OnnxKernel kernel, FeatureMaps input, String value, FeatureMaps output, CellAt cell) {
        OnnxConvolution layer = kernel.convolution();
        int height = kernel.height();
        int width = kernel.width();
        Span down =
                Span.of(layer, 0, height, input.height(), output.height(), cell.row).orElse(null);
        Span across =
                Span.of(layer, 1, width, input.width(), output.width(), cell.column).orElse(null);
        if (down == null || across == null) return Optional.empty();
        int[] numbers = {
            down.to - down.from,
            across.to - across.from,
            height,
            width,
            layer.strides().get(0),
            layer.strides().get(1),
            layer.dilations().get(0),
            layer.dilations().get(1),
            down.number,
            across.number,
            kernel.inputs(),
            1,
            1
        };
        Map<Parameter, Integer> all = new EnumMap<>(Parameter.class);
        for (Parameter each : Parameter.values()) all.put(each, numbers[each.ordinal()]);
        Setting setting =
                new Setting(
                        all,
                        Padding.NUMBER,
                        kernel.bias() != null,
                        new Setting.Cut(down.inside, across.inside));
        int first = kernel.firstInput(cell.channel);
        Values values = Values.of(Math.max(kernel.inputs(), Parameter.INPUT_CHANNELS.most));
        for (int i = 0; i < kernel.inputs(); i++) {
            for (int y = down.from; y < down.to; y++) {
                for (int x = across.from; x < across.to; x++) {
                    int to = values.input(i, y - down.from, x - across.from);
                    values.cells()[to] = input.at(first + i, y, x);
                }
            }
            for (int tap = 0; tap < height * width; tap++) {
                int to = values.weight(0, i, tap / width, tap % width);
                values.cells()[to] = kernel.at(cell.channel, i, tap / width, tap % width);
            }
        }
        values.cells()[values.bias(0)] = kernel.bias(cell.channel);
        float[] network = new float[down.count * across.count];
        for (int i = 0; i < network.length; i++) {
            int y = down.first + i / across.count;
            network[i] = output.at(cell.channel, y, across.first + i % across.count);
        }
        Position at = new Position(0, cell.row - down.first, cell.column - across.first);
        return Optional.of(
                new LayerPatch(
                        value,
                        cell.channel,
                        down.first,
                        across.first,
                        new Convolution(setting, values),
                        setting.step(at),
                        new FeatureMaps(1, down.count, across.count, network),
                        first,
                        1));
    }

    /// The same under this gain.
    public LayerPatch multiplied(float by) {
        return new LayerPatch(value, channel, top, left, convolution, step, network, first, by);
    }

    /// A cell of one output channel.
    public record CellAt(int channel, int row, int column) {}

    /// The input channel with the largest part in the wanted cell.
    int strongest() {
        Position at = convolution.setting().position(step);
        double[] parts = new double[convolution.setting().depth()];
        List<Convolution.Product> products = convolution.products(at);
        products.forEach(product -> parts[product.channel()] += product.result());
        int most = 0;
        for (int i = 1; i < parts.length; i++) {
            if (Math.abs(parts[i]) > Math.abs(parts[most])) most = i;
        }
        return most;
    }

    /// The sum computed here at this position.
    public double sum(int step) {
        return convolution.at(convolution.setting().position(step));
    }

    /// The network's own number at this position.
    public double network(int step) {
        Position at = convolution.setting().position(step);
        return network.at(0, at.row(), at.column());
    }
}
