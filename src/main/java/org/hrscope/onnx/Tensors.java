package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.Message;
import java.util.List;

/// Visits every tensor of a model wherever the format allows one: initializers, sparse initializers, node
/// attributes, attribute defaults of functions, and graphs nested in any of these. Driven by protobuf's
/// descriptors, so that no place is missed. Depth is bounded by [WireCheck].
final class Tensors {
    /// @param <E> what the visitor throws
    interface Visitor<E extends Exception> {
        void at(TensorProto tensor) throws E;
    }

    private Tensors() {}

    static <E extends Exception> void each(Message message, Visitor<E> visitor) throws E {
        if (message instanceof TensorProto tensor) {
            visitor.at(tensor);
            return;
        }
        for (Object value : message.getAllFields().values()) {
            if (value instanceof Message inner) each(inner, visitor);
            if (!(value instanceof List<?> many) || !(many.getFirst() instanceof Message)) continue;
            for (Object one : many) each((Message) one, visitor);
        }
    }
}
