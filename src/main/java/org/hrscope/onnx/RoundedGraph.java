package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sees through the pairs of `QuantizeLinear` and `DequantizeLinear` of a quantised file: the graph as it was before,
/// each value under the name by which the next nodes read it, so rounded. A stored whole-number tensor goes by the
/// name of the real one that is made of it. A graph without pairs is left as it is.
final class RoundedGraph {
    private static final String QUANTIZE = "QuantizeLinear";
    private static final String DEQUANTIZE = "DequantizeLinear";

    private final Map<String, TensorProto> tensors = new HashMap<>();
    private final Map<String, NodeProto> makers = new HashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Map<String, NodeProto> stored = new LinkedHashMap<>();
    private final Map<String, OnnxRounding> roundings = new LinkedHashMap<>();
    private final Map<String, String> exact = new LinkedHashMap<>();

    RoundedGraph(GraphProto graph) {
        if (graph.getNodeList().stream().noneMatch(n -> n.getOpType().equals(DEQUANTIZE))) return;
        graph.getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
        for (NodeProto node : graph.getNodeList()) {
            node.getOutputList().forEach(output -> makers.put(output, node));
        }
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals(DEQUANTIZE) && node.getInputCount() > 1) see(node);
        }
    }

    private void see(NodeProto pair) {
        String from = pair.getInput(0);
        String to = pair.getOutput(0);
        NodeProto quantizer = makers.get(from);
        if (tensors.containsKey(from)) {
            stored.put(to, pair);
            hidden.add(from);
        } else if (quantizer != null && quantizer.getOpType().equals(QUANTIZE)) {
            String real = quantizer.getInput(0);
            hidden.add(from);
            // The input of the whole graph keeps its name; another value takes that of the rounded
            // one.
            if (makers.containsKey(real) && !shown.containsKey(real)) shown.put(real, to);
            else shown.put(to, shown.getOrDefault(real, real));
            exact.put(shown.getOrDefault(to, to), real);
        } else {
            return;
        }
        hidden.add(to);
        pair.getInputList().stream().skip(1).forEach(hidden::add);
        OnnxRounding rounding = rounding(pair);
        if (rounding != null) roundings.put(shown.getOrDefault(to, to), rounding);
    }

    private @Nullable OnnxRounding rounding(NodeProto pair) {
        TensorProto scale = tensors.get(pair.getInput(1));
        if (scale == null || scale.getDataType() != DataType.FLOAT.getNumber()) return null;
        float[] scales = OnnxWeights.values(scale);
        TensorProto zero = pair.getInputCount() > 2 ? tensors.get(pair.getInput(2)) : null;
        int[] zeros = zero == null ? new int[1] : whole(zero);
        if (scales.length == 0 || zeros.length == 0) return null;
        boolean signed = zero != null && zero.getDataType() != DataType.UINT8.getNumber();
        boolean wide = zero != null && zero.getDataType() == DataType.INT32.getNumber();
        if (wide) return new OnnxRounding(scales, 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new OnnxRounding(scales, zeros[0], signed ? -128 : 0, signed ? 127 : 255);
    }

    /// By the names of [#shown]: of values, and of weights where each output channel has its own.
    Map<String, OnnxRounding> roundings() {
        return roundings;
    }

    /// What the file calls a value before it is rounded, by the names of [#shown].
    Map<String, String> exact() {
        return exact;
    }

    /// The name that a node's input or output goes by.
    String shown(String name) {
        return shown.getOrDefault(name, name);
    }

    List<String> shown(List<String> names) {
        return shown.isEmpty() ? names : names.stream().map(this::shown).toList();
    }

    /// Whether a node is half of a pair.
    boolean hides(NodeProto node) {
        boolean half = node.getOpType().equals(QUANTIZE) || node.getOpType().equals(DEQUANTIZE);
        return half && hidden.contains(node.getOutput(0));
    }

    boolean hides(TensorProto tensor) {
        return hidden.contains(tensor.getName());
    }

    /// The whole-number tensors, by the name of the real ones.
    Map<String, TensorProto> stored() {
        Map<String, TensorProto> found = new LinkedHashMap<>();
        stored.forEach((name, pair) -> found.put(name, tensors.get(pair.getInput(0))));
        return found;
    }

    /// Eight bits, signed or not, or 32; raw or listed. Empty for anything else.
    static int[] whole(TensorProto tensor) {
        int listed = tensor.getInt32DataCount();
        if (listed > 0) return tensor.getInt32DataList().stream().mapToInt(i -> i).toArray();
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        DataType type = DataType.forNumber(tensor.getDataType());
        int size = type == DataType.INT32 ? Integer.BYTES : 1;
        if (type != DataType.INT32 && type != DataType.INT8 && type != DataType.UINT8) {
            return new int[0];
        }
        int[] whole = new int[raw.remaining() / size];
        for (int i = 0; i < whole.length; i++) {
            whole[i] =
                    switch (type) {
                        case INT32 -> raw.getInt();
                        case UINT8 -> raw.get() & 0xff;
                        default -> raw.get();
                    };
        }
        return whole;
    }
}
