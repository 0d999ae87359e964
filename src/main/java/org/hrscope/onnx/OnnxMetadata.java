package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.LinkedHashMap;
import java.util.Map;

/// A model's `metadata_props`.
public final class OnnxMetadata {
    private OnnxMetadata() {}

    /// @param added replaces entries of the same key
    static void put(ModelProto.Builder model, Map<String, String> added) {
        Map<String, String> entries = new LinkedHashMap<>();
        model.getMetadataPropsList()
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        entries.putAll(added);
        model.clearMetadataProps();
        entries.forEach(
                (key, value) -> model.addMetadataPropsBuilder().setKey(key).setValue(value));
    }

    /// Bytes that, put behind those of a model, add entries to it: protobuf merges concatenated messages.
    public static byte[] tail(Map<String, String> added) {
        ModelProto.Builder model = ModelProto.newBuilder();
        put(model, added);
        return model.build().toByteArray();
    }
}
