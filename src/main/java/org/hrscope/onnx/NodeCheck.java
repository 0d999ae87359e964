package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Problem;

/// Rejects what crashes or stalls ONNX Runtime: loops, huge numbers of nodes, and integer division by -1 (the
/// minimum integer divided by -1 kills the process). No pose network needs any of it.
final class NodeCheck {
    private static final int MOST_NODES = 10_000;
    private static final Set<String> LOOPS = Set.of("Loop", "Scan");
    private static final Set<String> DIVISIONS = Set.of("Div", "Mod");

    private final Object file;
    private final Map<String, TensorProto> constants = new HashMap<>();
    private int nodes;

    /// @param file for error sentences
    NodeCheck(Object file) {
        this.file = file;
    }

    /// @throws Problem `onnx.too-much`, `onnx.operator`
    void check(ModelProto model) throws Problem {
        check(model.getGraph());
        for (var function : model.getFunctionsList()) {
            checkGraphsOf(function.getAttributeProtoList());
            checkNodes(function.getNodeList());
        }
    }

    private void check(GraphProto graph) throws Problem {
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        checkNodes(graph.getNodeList());
    }

    private void checkNodes(List<NodeProto> list) throws Problem {
        nodes += list.size();
        if (nodes > MOST_NODES) throw new Problem("onnx.too-much", file);
        for (NodeProto node : list) {
            String operator = node.getOpType();
            if (LOOPS.contains(operator)) throw new Problem("onnx.operator", file, operator);
            if (operator.equals("Constant") && node.getOutputCount() == 1) {
                for (AttributeProto attribute : node.getAttributeList()) {
                    constants.put(node.getOutput(0), constant(attribute));
                }
            }
            if (DIVISIONS.contains(operator) && node.getInputCount() == 2) {
                TensorProto divisor = constants.get(node.getInput(1));
                if (divisor != null && holdsMinusOne(divisor)) {
                    throw new Problem("onnx.operator", file, operator);
                }
            }
            checkGraphsOf(node.getAttributeList());
        }
    }

    private void checkGraphsOf(List<AttributeProto> attributes) throws Problem {
        for (AttributeProto attribute : attributes) {
            if (attribute.hasG()) check(attribute.getG());
            for (GraphProto graph : attribute.getGraphsList()) check(graph);
        }
    }

    private static TensorProto constant(AttributeProto attribute) {
        if (attribute.hasT()) return attribute.getT();
        return TensorProto.newBuilder()
                .setDataType(DataType.INT64.getNumber())
                .addInt64Data(attribute.getI())
                .addAllInt64Data(attribute.getIntsList())
                .build();
    }

    /// Integers: looks for a run of all-one bytes at any element.
    private static boolean holdsMinusOne(TensorProto tensor) {
        int size =
                switch (DataType.forNumber(tensor.getDataType())) {
                    case INT64 -> Long.BYTES;
                    case INT32 -> Integer.BYTES;
                    case null, default -> 0;
                };
        if (size == 0) return false;
        if (tensor.getInt64DataList().contains(-1L) || tensor.getInt32DataList().contains(-1)) {
            return true;
        }
        ByteString raw = tensor.getRawData();
        for (int at = 0; at + size <= raw.size(); at += size) {
            int ones = 0;
            while (ones < size && raw.byteAt(at + ones) == -1) ones++;
            if (ones == size) return true;
        }
        return false;
    }
}
