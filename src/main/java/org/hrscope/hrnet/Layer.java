package org.hrscope.hrnet;

import java.util.List;
import org.hrscope.hrnet.Operation.Convolution;

/// One operation of the network and its output.
///
/// @param name   of the output: the official module path, after norm and ReLU
/// @param inputs names of the values it reads; `image` is the network's input
/// @param output shape of the output for one image
public record Layer(String name, Operation operation, List<String> inputs, Maps output) {

    public Layer {
        inputs = List.copyOf(inputs);
    }

    /// Learned values: weights, bias, and two per batch norm channel (running statistics are not learned).
    public long parameters() {
        if (!(operation instanceof Convolution c)) return 0;
        return c.weightShape().count()
                + (c.bias() ? c.out() : 0)
                + (c.norm().isPresent() ? 2L * c.out() : 0);
    }

    /// Multiplications in convolutions, as in published figures.
    public long multiplyAdds() {
        if (!(operation instanceof Convolution c)) return 0;
        return c.weightShape().count() * output.height() * output.width();
    }
}
