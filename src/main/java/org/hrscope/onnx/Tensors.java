package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.Message;
import java.util.List;

/// Every tensor of a model, wherever the format allows one: initializers, sparse ones, attributes of nodes, the defaults
/// of a function's attributes, graphs within any of these. By protobuf's own description of the messages, so that no
/// place is forgotten. As deep as [WireCheck] lets a file be.
final class Tensors {
    /// @param <E> what it throws
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
