package org.hrscope.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Kernels as the file lays them out: [output, input, height, width].
class OnnxKernelTest {

    /// Two outputs, three inputs, 2 x 4: the weight at (o, i, y, x) is the number whose digits are o i y x.
    private static ModelProto.Builder written(DataType type) {
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
        TensorProto.Builder weight = model.getGraphBuilder().addInitializerBuilder();
        weight.setName("w").setDataType(type.getNumber()).addAllDims(List.of(2L, 3L, 2L, 4L));
        boolean half = type == DataType.FLOAT16;
        ByteBuffer raw = ByteBuffer.allocate(48 * (half ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 48; i++) {
            float value = i / 24 * 1000 + i / 8 % 3 * 100 + i / 4 % 2 * 10 + i % 4;
            if (half) raw.putShort(Float.floatToFloat16(value));
            else raw.putFloat(value);
        }
        weight.setRawData(ByteString.copyFrom(raw.flip()));
        model.getGraphBuilder()
                .addNodeBuilder()
                .setOpType("Conv")
                .addInput("x")
                .addInput("w")
                .addOutput("y");
        return model;
    }

    private static Optional<OnnxKernel> kernel(ModelProto.Builder model) throws Problem {
        byte[] bytes = model.build().toByteArray();
        OnnxGraph graph = OnnxReader.read("made by hand", ByteBuffer.wrap(bytes));
        OnnxConvolution convolution = OnnxConvolution.of(graph.nodes().getFirst()).orElseThrow();
        return OnnxKernel.of(convolution, OnnxWeights.read("made by hand", bytes, name -> true));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "FLOAT16"})
    void weightsLieAsTheFileHasThem(DataType type) throws Problem {
        OnnxKernel kernel = kernel(written(type)).orElseThrow();
        assertThat(kernel.outputs()).isEqualTo(2);
        assertThat(kernel.inputs()).isEqualTo(3);
        assertThat(kernel.height()).isEqualTo(2);
        assertThat(kernel.width()).isEqualTo(4);
        assertThat(kernel.at(1, 2, 1, 3)).isEqualTo(1213);
        assertThat(kernel.at(0, 1, 0, 2)).isEqualTo(102);
        assertThat(kernel.kernel(1).at(2, 1, 3)).isEqualTo(1213);
        assertThat(kernel.bias(1)).isZero();
    }

    @Test
    void otherNumbersAreNoKernel() throws Problem {
        ModelProto.Builder quantised = written(DataType.FLOAT);
        quantised.getGraphBuilder().getInitializerBuilder(0).setDataType(DataType.INT8.getNumber());
        assertThat(kernel(quantised)).isEmpty();
    }

    /// One input channel's part, by hand: stride 2 down, 1 across, one zero above and left.
    @Test
    void contributionIsTheSumUnderTheKernel() throws Problem {
        ModelProto.Builder model = written(DataType.FLOAT);
        var node = model.getGraphBuilder().getNodeBuilder(0);
        attribute(node, "strides", 2, 1);
        attribute(node, "pads", 1, 1, 0, 0);
        OnnxKernel kernel = kernel(model).orElseThrow();
        float[] values = new float[3 * 3 * 5];
        for (int i = 0; i < values.length; i++) values[i] = i;
        FeatureMaps input = new FeatureMaps(3, 3, 5, values);
        FeatureMaps part = kernel.contribution(input, 1, 2, 2, 3);
        // Row 0 reads rows -1 and 0, column 0 reads columns -1 to 2.
        assertThat(part.at(0, 0, 0)).isEqualTo(1211 * 30f + 1212 * 31f + 1213 * 32f);
        float sum = 0;
        for (int x = 0; x < 4; x++) {
            sum += (1200 + x) * input.at(2, 1, x + 1) + (1210 + x) * input.at(2, 2, x + 1);
        }
        assertThat(part.at(0, 1, 2)).isEqualTo(sum);
    }

    private static void attribute(
            ai.onnx.proto.OnnxMl.NodeProto.Builder node, String name, long... numbers) {
        var attribute = node.addAttributeBuilder().setName(name);
        attribute.setType(ai.onnx.proto.OnnxMl.AttributeProto.AttributeType.INTS);
        for (long number : numbers) attribute.addInts(number);
    }

    /// What TensorFlow pads: an odd zero at the end for `SAME_UPPER`, at the start for `SAME_LOWER`.
    @ParameterizedTest
    @CsvSource({"SAME_UPPER,0,1", "SAME_LOWER,1,0"})
    void samePadsSoThatNothingIsLost(String same, int before, int after) {
        OnnxConvolution of = convolution(Map.of("auto_pad", same, "strides", "2,2")).orElseThrow();
        assertThat(of.before(0, 8, 3)).isEqualTo(before);
        assertThat(of.after(0, 8, 3)).isEqualTo(after);
        assertThat(of.before(1, 7, 3)).isEqualTo(1);
        assertThat(of.after(1, 7, 3)).isEqualTo(1);
    }

    @Test
    void nonsenseIsNoConvolution() {
        assertThat(convolution(Map.of("strides", "0,1"))).isEmpty();
        assertThat(convolution(Map.of("strides", "tensor"))).isEmpty();
        assertThat(convolution(Map.of("pads", "1,1"))).isEmpty();
        assertThat(convolution(Map.of("group", "-1"))).isEmpty();
        assertThat(convolution(Map.of("strides", "2"))).as("one axis").isEmpty();
    }

    private static Optional<OnnxConvolution> convolution(Map<String, String> attributes) {
        return OnnxConvolution.of(
                new OnnxGraph.Node("", "Conv", List.of("x", "w"), List.of("y"), attributes));
    }
}
