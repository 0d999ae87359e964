package org.hrscope.hrnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.hrnet.Operation.Convolution;

/// Collects the layers of one part, inferring each shape from the previous ones.
final class LayerWriter {
    private final Map<String, Maps> values;
    private final List<Layer> layers = new ArrayList<>();

    /// @param values shapes of all values so far; extended in place
    LayerWriter(Map<String, Maps> values) {
        this.values = values;
    }

    List<Layer> layers() {
        return layers;
    }

    /// Names around a convolution with batch norm: its output, and the two modules in the official code.
    record Names(String output, String conv, String norm) {
        /// `PREFIX.convN` and `PREFIX.bnN`; the output is named after the convolution.
        static Names numbered(String prefix, int number) {
            String conv = prefix + ".conv" + number;
            return new Names(conv, conv, prefix + ".bn" + number);
        }

        /// `PREFIX.0` and `PREFIX.1`, as in an `nn.Sequential`.
        static Names sequential(String output, String prefix) {
            return new Names(output, prefix + ".0", prefix + ".1");
        }
    }

    /// Convolution without bias, batch norm, optional ReLU.
    String normed(String x, Names names, int out, int kernel, int stride, boolean relu) {
        int in = shape(x).channels();
        Optional<String> norm = Optional.of(names.norm);
        Convolution conv = new Convolution(names.conv, norm, in, out, kernel, stride, false, relu);
        return convolve(x, names.output, conv);
    }

    /// Convolution with bias and nothing after it.
    void conv(String x, String name, String weights, int out, int kernel) {
        int in = shape(x).channels();
        convolve(
                x,
                name,
                new Convolution(weights, Optional.empty(), in, out, kernel, 1, true, false));
    }

    /// 1x1 convolution with bias at constant channels, batch norm, ReLU.
    void mix(String x, String name, String norm) {
        int in = shape(x).channels();
        convolve(x, name, new Convolution(name, Optional.of(norm), in, in, 1, 1, true, true));
    }

    /// 1x1, 3x3, 1x1, add, ReLU; a 1x1 on the shortcut where the channels change.
    String bottleneck(String x, String name, int middle, int out) {
        String a = normed(x, Names.numbered(name, 1), middle, 1, 1, true);
        a = normed(a, Names.numbered(name, 2), middle, 3, 1, true);
        a = normed(a, Names.numbered(name, 3), out, 1, 1, false);
        String shortcut = x;
        if (shape(x).channels() != out) {
            String down = name + ".downsample";
            shortcut = normed(x, Names.sequential(down, down), out, 1, 1, false);
        }
        return sum(List.of(a, shortcut), name);
    }

    /// 3x3, 3x3, add, ReLU.
    String basicBlock(String x, String name, int channels) {
        String a = normed(x, Names.numbered(name, 1), channels, 3, 1, true);
        a = normed(a, Names.numbered(name, 2), channels, 3, 1, false);
        return sum(List.of(a, x), name);
    }

    String sum(List<String> terms, String name) {
        return add(name, new Operation.Sum(), terms, shape(terms.getFirst()));
    }

    void upsample(String x, String name, int factor, boolean bilinear) {
        Maps in = shape(x);
        Maps out = new Maps(in.channels(), in.height() * factor, in.width() * factor);
        add(name, new Operation.Upsample(factor, bilinear), List.of(x), out);
    }

    void concatenate(List<String> xs, String name) {
        int channels = xs.stream().mapToInt(x -> shape(x).channels()).sum();
        Maps first = shape(xs.getFirst());
        Maps out = new Maps(channels, first.height(), first.width());
        add(name, new Operation.Concatenation(), xs, out);
    }

    void alias(String x, String name) {
        add(name, new Operation.Alias(), List.of(x), shape(x));
    }

    private String convolve(String x, String name, Convolution c) {
        Maps in = shape(x);
        Maps out = new Maps(c.out(), c.outputSize(in.height()), c.outputSize(in.width()));
        return add(name, c, List.of(x), out);
    }

    private String add(String name, Operation operation, List<String> inputs, Maps output) {
        layers.add(new Layer(name, operation, inputs, output));
        values.put(name, output);
        return name;
    }

    private Maps shape(String value) {
        Maps shape = values.get(value);
        if (shape == null) throw new IllegalArgumentException("no value " + value + " yet");
        return shape;
    }
}
