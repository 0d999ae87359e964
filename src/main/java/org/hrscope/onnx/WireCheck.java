package org.hrscope.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/// Walks a protobuf message without building it, to bound the memory it would take: two bytes of an empty message
/// become a hundred.
final class WireCheck {
    private static final int DEEPEST = 40;
    private static final int MOST_THINGS = 1_000_000;
    private static final long MOST_PACKED = 32 << 20;

    private int things;
    private long packed;

    /// @return whether the message may be built
    boolean allows(CodedInputStream in, Descriptor type) throws IOException {
        return walk(in, type, 0);
    }

    private boolean walk(CodedInputStream in, Descriptor type, int depth) throws IOException {
        if (depth > DEEPEST) return false;
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            if (++things > MOST_THINGS) return false;
            if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                in.skipField(tag);
                continue;
            }
            int length = in.readRawVarint32();
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                int outer = in.pushLimit(length);
                if (!walk(in, field.getMessageType(), depth + 1)) return false;
                in.popLimit(outer);
            } else {
                // A packed byte expands to up to eight; other contents are not copied.
                if (field != null && field.isPackable()) packed += length;
                if (packed > MOST_PACKED) return false;
                in.skipRawBytes(length);
            }
        }
        return true;
    }
}
