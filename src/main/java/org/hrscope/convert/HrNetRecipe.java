package org.hrscope.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hrscope.checkpoint.StoredTensor;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.file.WholeFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Layer;
import org.hrscope.hrnet.Operation;
import org.hrscope.hrnet.Operation.Convolution;
import org.hrscope.onnx.OnnxFileWriter;

/// Writes an HRNet as ONNX nodes. Every layer's value keeps its name; the value before a ReLU is `NAME.linear`.
final class HrNetRecipe {
    private final OnnxFileWriter file;
    private final Function<Convolution, FilterValues> values;

    HrNetRecipe(OnnxFileWriter file, Map<String, StoredTensor> tensors) {
        this(file, convolution -> new FoldedWeights(tensors, convolution));
    }

    HrNetRecipe(OnnxFileWriter file, Function<Convolution, FilterValues> values) {
        this.file = file;
        this.values = values;
    }

    /// Writes the whole file.
    ///
    /// @throws Problem `import.not-written`
    void write(HrNet net, Path to) throws Problem {
        write(net);
        try {
            WholeFile.write(to, file::write);
        } catch (IOException e) {
            throw new Problem(e, "import.not-written", net.spec().name(), to, e.getMessage());
        }
    }

    void write(HrNet net) {
        file.input("image", Shape.of(1, 3, net.inputHeight(), net.inputWidth()));
        List<Layer> layers = net.layers();
        layers.forEach(this::write);
        for (Layer inner : layers.subList(0, layers.size() - 1)) {
            file.inner(inner.name(), inner.output().shape());
        }
        file.output(layers.getLast().name(), net.heatmaps().shape());
    }

    private void write(Layer layer) {
        String name = layer.name();
        List<String> inputs = layer.inputs();
        switch (layer.operation()) {
            case Convolution c -> convolution(inputs.getFirst(), name, c);
            case Operation.Sum _ -> sum(inputs, name);
            case Operation.Upsample up -> upsample(inputs.getFirst(), name, up);
            case Operation.Concatenation _ -> file.node("Concat", inputs, name, Map.of("axis", 1));
            case Operation.Alias _ -> file.node("Identity", inputs, name, Map.of());
        }
    }

    private void convolution(String input, String name, Convolution c) {
        String weight = name + ".weight";
        String bias = name + ".bias";
        FilterValues folded = values.apply(c);
        file.weights(weight, Shape.of(c.out(), c.in(), c.kernel(), c.kernel()), folded::putWeights);
        file.weights(bias, Shape.of(c.out()), folded::putBias);
        String linear = c.relu() ? name + ".linear" : name;
        int pad = c.padding();
        file.node(
                "Conv",
                List.of(input, weight, bias),
                linear,
                Map.of(
                        "kernel_shape", List.of(c.kernel(), c.kernel()),
                        "strides", List.of(c.stride(), c.stride()),
                        "pads", List.of(pad, pad, pad, pad)));
        if (c.relu()) file.node("Relu", List.of(linear), name, Map.of());
    }

    /// Pairwise additions in the official code's order, so that rounding is identical.
    private void sum(List<String> terms, String name) {
        String total = terms.getFirst();
        List<String> rest = new ArrayList<>(terms.subList(1, terms.size()));
        for (int i = 0; i < rest.size(); i++) {
            String partial = name + ".sum" + i;
            file.node("Add", List.of(total, rest.get(i)), partial, Map.of());
            total = partial;
        }
        file.node("Relu", List.of(total), name, Map.of());
    }

    private void upsample(String input, String name, Operation.Upsample up) {
        String scales = name + ".scales";
        file.weights(
                scales, Shape.of(4), to -> to.put(new float[] {1, 1, up.factor(), up.factor()}));
        Map<String, String> how =
                up.bilinear()
                        ? Map.of("mode", "linear", "coordinate_transformation_mode", "half_pixel")
                        : Map.of(
                                "mode", "nearest",
                                "coordinate_transformation_mode", "asymmetric",
                                "nearest_mode", "floor");
        file.node("Resize", List.of(input, "", scales), name, how);
    }
}
