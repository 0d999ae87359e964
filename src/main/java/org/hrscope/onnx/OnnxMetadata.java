package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A model's `metadata_props`.
public final class OnnxMetadata {
    /// Where to look for an entry: the newest fields come last, whoever wrote the file.
    private static final int END = 1 << 17;

    private OnnxMetadata() {}

    /// Whether the end of a file has this entry. For those who cannot wait for the parsed model: false proves nothing.
    public static boolean says(ByteBuffer model, String key, String value) {
        byte[] entry =
                StringStringEntryProto.newBuilder()
                        .setKey(key)
                        .setValue(value)
                        .build()
                        .toByteArray();
        int length = Math.min(END, model.remaining());
        byte[] end = new byte[length];
        model.get(model.limit() - length, end);
        String all = new String(end, StandardCharsets.ISO_8859_1);
        return all.contains(new String(entry, StandardCharsets.ISO_8859_1));
    }

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
