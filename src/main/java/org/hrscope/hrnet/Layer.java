package org.hrscope.hrnet;

import java.util.List;
import org.hrscope.hrnet.Operation.Convolution;

/// One step of the network and the value it gives.
///
/// @param name   the value's name: the official module path, after norm and ReLU
/// @param inputs the names of the values it takes; `image` is the picture
/// @param output what it gives for one picture
public record Layer(String name, Operation operation, List<String> inputs, Maps output) {

    public Layer {
        inputs = List.copyOf(inputs);
    }

    /// Learned numbers: weights, bias, and two for each channel of a batch norm (its running statistics are not
    /// learned).
    public long parameters() {
        if (!(operation instanceof Convolution c)) return 0;
        return c.weightShape().count()
                + (c.bias() ? c.out() : 0)
                + (c.norm().isPresent() ? 2L * c.out() : 0);
    }

    /// Multiplications of the convolutions, as published figures count them.
    public long multiplyAdds() {
        if (!(operation instanceof Convolution c)) return 0;
        return c.weightShape().count() * output.height() * output.width();
    }
}
