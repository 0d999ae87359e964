package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;

/// Puts a multiplication behind values of a model. All gains are one more input, which is split among them: so they
/// change from run to run at no cost, and a gain of 1 changes no bit. The weights are not copied.
public final class OnnxGates {
    /// [1, channels of all gates, 1, 1], one gate after another.
    public static final String INPUT = "hrscope.gains";

    private static final String GAIN = INPUT + ".";
    private static final String BEFORE = ".before-gain";
    private static final String LIKE = ".like";

    /// Since when `Split` takes the sizes as an input.
    private static final int SPLIT_BY_INPUT = 13;

    /// Since when a gain can take the type of what it multiplies.
    private static final int CAST_LIKE = 15;

    private final GraphProto.Builder graph;
    private final RoundedGraph rounded;
    private final List<GatedValue> gates;

    /// Whether a value may be float16, which does not multiply with the float32 of the gains.
    private final boolean half;

    private OnnxGates(GraphProto graph, List<GatedValue> gates, long opset) {
        half = opset >= CAST_LIKE && OnnxWeights.half(graph);
        this.graph = graph.toBuilder().clearNode();
        rounded = new RoundedGraph(graph);
        this.gates = gates;
    }

    /// @param outputs inner values, gated ones too, that become outputs
    static ModelProto put(ModelProto model, List<GatedValue> gates, GraphProto outputs) {
        long opset =
                model.getOpsetImportList().stream()
                        .filter(o -> o.getDomain().isEmpty() || o.getDomain().equals("ai.onnx"))
                        .mapToLong(OperatorSetIdProto::getVersion)
                        .max()
                        .orElse(0);
        OnnxGates edit = new OnnxGates(model.getGraph(), gates, opset);
        edit.split(opset >= SPLIT_BY_INPUT);
        model.getGraph().getNodeList().forEach(edit::put);
        edit.graph.addAllOutput(outputs.getOutputList());
        return model.toBuilder().setGraph(edit.graph).build();
    }

    private void split(boolean byInput) {
        List<Long> sizes = gates.stream().map(gate -> (long) gate.channels()).toList();
        ValueInfoProto.Builder input = graph.addInputBuilder().setName(INPUT);
        var type = input.getTypeBuilder().getTensorTypeBuilder();
        type.setElemType(DataType.FLOAT.getNumber());
        long all = sizes.stream().mapToLong(size -> size).sum();
        for (long size : new long[] {1, all, 1, 1}) {
            type.getShapeBuilder().addDimBuilder().setDimValue(size);
        }
        NodeProto.Builder split = NodeProto.newBuilder().setOpType("Split").addInput(INPUT);
        split.addAttribute(attribute("axis").setType(AttributeProto.AttributeType.INT).setI(1));
        if (byInput) {
            split.addInput(GAIN + "sizes");
            graph.addInitializer(
                    TensorProto.newBuilder()
                            .setName(GAIN + "sizes")
                            .setDataType(DataType.INT64.getNumber())
                            .addDims(sizes.size())
                            .addAllInt64Data(sizes));
        } else {
            split.addAttribute(
                    attribute("split")
                            .setType(AttributeProto.AttributeType.INTS)
                            .addAllInts(sizes));
        }
        gates.forEach(gate -> split.addOutput(GAIN + gate.name()));
        graph.addNode(split);
    }

    private static AttributeProto.Builder attribute(String name) {
        return AttributeProto.newBuilder().setName(name);
    }

    private void put(NodeProto node) {
        NodeProto.Builder edited = node.toBuilder();
        List<NodeProto.Builder> after = new ArrayList<>();
        for (GatedValue gate : gates) {
            int taken = node.getInputList().indexOf(gate.value());
            boolean gets =
                    rounded.shown(node.getOutputList()).stream().anyMatch(gate.into()::contains);
            if (taken >= 0 && gets) edited.setInput(taken, gate.name());
            int made = node.getOutputList().indexOf(gate.value());
            if (made < 0) continue;
            boolean everywhere = gate.into().isEmpty();
            String plain = everywhere ? gate.value() + BEFORE : gate.value();
            if (everywhere) edited.setOutput(made, plain);
            String gain = GAIN + gate.name();
            if (half) {
                after.add(node("CastLike", gain, plain, gain + LIKE));
                gain += LIKE;
            }
            after.add(node("Mul", plain, gain, gate.name()));
        }
        graph.addNode(edited);
        after.forEach(graph::addNode);
    }

    private static NodeProto.Builder node(String operator, String one, String two, String output) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addInput(one)
                .addInput(two)
                .addOutput(output);
    }
}
