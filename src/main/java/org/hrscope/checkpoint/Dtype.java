package org.hrscope.checkpoint;

import java.nio.ByteBuffer;

/// PyTorch's number types, and how each converts to double.
public enum Dtype {
    FLOAT64("DoubleStorage", "float64", 8),
    FLOAT32("FloatStorage", "float32", 4),
    FLOAT16("HalfStorage", "float16", 2),
    BFLOAT16("BFloat16Storage", "bfloat16", 2),
    INT64("LongStorage", "int64", 8),
    INT32("IntStorage", "int32", 4),
    INT16("ShortStorage", "int16", 2),
    INT8("CharStorage", "int8", 1),
    UINT8("ByteStorage", "uint8", 1),
    BOOL("BoolStorage", "bool", 1);

    private final String storage;
    private final String torchName;
    private final int bytes;

    Dtype(String storage, String torchName, int bytes) {
        this.storage = storage;
        this.torchName = torchName;
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }

    /// Name of PyTorch's storage class.
    String storageName() {
        return storage;
    }

    /// Name of PyTorch's `dtype`.
    String torchName() {
        return torchName;
    }

    /// Reads `count` consecutive elements of `storage`, starting at element `from`, into `into[at..]`. The buffer
    /// has the file's byte order.
    void read(ByteBuffer storage, long from, double[] into, int at, int count) {
        ByteBuffer part =
                storage.slice(Math.toIntExact(from * bytes), count * bytes).order(storage.order());
        switch (this) {
            case FLOAT64 -> part.asDoubleBuffer().get(into, at, count);
            case FLOAT32 -> {
                float[] raw = new float[count];
                part.asFloatBuffer().get(raw);
                for (int i = 0; i < count; i++) into[at + i] = raw[i];
            }
            case FLOAT16, BFLOAT16, INT16 -> {
                short[] raw = new short[count];
                part.asShortBuffer().get(raw);
                for (int i = 0; i < count; i++) into[at + i] = ofShort(raw[i]);
            }
            case INT64 -> {
                for (int i = 0; i < count; i++) into[at + i] = part.getLong(i * bytes);
            }
            case INT32 -> {
                for (int i = 0; i < count; i++) into[at + i] = part.getInt(i * bytes);
            }
            case INT8, UINT8, BOOL -> {
                for (int i = 0; i < count; i++) {
                    byte raw = part.get(i);
                    into[at + i] = this == INT8 ? raw : raw & 0xff;
                }
            }
        }
    }

    private double ofShort(short raw) {
        return switch (this) {
            case FLOAT16 -> Float.float16ToFloat(raw);
            case BFLOAT16 -> Float.intBitsToFloat(raw << 16);
            default -> raw;
        };
    }
}
