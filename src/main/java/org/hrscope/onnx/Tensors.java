package org.hrscope.onnx;

import static java.util.stream.Collectors.toMap;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Visits every tensor of a model wherever the format allows one: initializers, sparse initializers, node
/// attributes, attribute defaults of functions, and graphs nested in any of these. Driven by protobuf's
/// descriptors, so that no place is missed. Depth is bounded by [WireCheck].
final class Tensors {
    private static final Descriptor TENSOR = TensorProto.getDescriptor();

    /// By type of message, the fields below which there may be tensors: all others are passed over, which are most.
    private static final Map<Descriptor, List<FieldDescriptor>> WAYS = ways();

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
        for (FieldDescriptor way : WAYS.getOrDefault(message.getDescriptorForType(), List.of())) {
            if (way.isRepeated()) {
                for (Object one : (List<?>) message.getField(way)) each((Message) one, visitor);
            } else if (message.hasField(way)) {
                each((Message) message.getField(way), visitor);
            }
        }
    }

    private static Map<Descriptor, List<FieldDescriptor>> ways() {
        Set<Descriptor> types = new HashSet<>();
        addTypes(ModelProto.getDescriptor(), types);
        Set<Descriptor> leading = new HashSet<>(Set.of(TENSOR));
        boolean more = true;
        while (more) {
            more =
                    leading.addAll(
                            types.stream().filter(t -> !fields(t, leading).isEmpty()).toList());
        }
        return types.stream().collect(toMap(type -> type, type -> fields(type, leading)));
    }

    private static void addTypes(Descriptor type, Set<Descriptor> types) {
        if (!types.add(type)) return;
        for (FieldDescriptor field : type.getFields()) {
            if (field.getJavaType() == JavaType.MESSAGE) addTypes(field.getMessageType(), types);
        }
    }

    private static List<FieldDescriptor> fields(Descriptor type, Set<Descriptor> leading) {
        return type.getFields().stream()
                .filter(field -> field.getJavaType() == JavaType.MESSAGE)
                .filter(field -> leading.contains(field.getMessageType()))
                .toList();
    }
}
