package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;

/// The numbers of a model's stored tensors, copied: float32 and float16 within the file, and whole numbers with the
/// scales that make real ones of them. Others are passed over.
public final class OnnxWeights {
    private OnnxWeights() {}

    /// @return by name
    public static Map<String, Tensor> read(Path file, Predicate<String> names) throws Problem {
        return OnnxReader.read(file, model -> of(model, names));
    }

    /// The same of a model that lies in memory; `name` is for the sentence of a problem.
    public static Map<String, Tensor> read(Object name, byte[] model, Predicate<String> names)
            throws Problem {
        return of(OnnxReader.parse(name, ByteBuffer.wrap(model)), names);
    }

    /// Whether any are float16.
    public static boolean half(Path file) throws Problem {
        return OnnxReader.read(file, model -> half(model.getGraph()));
    }

    static boolean half(GraphProto graph) {
        return graph.getInitializerList().stream()
                .anyMatch(t -> t.getDataType() == DataType.FLOAT16.getNumber());
    }

    private static Map<String, Tensor> of(ModelProto model, Predicate<String> names) {
        Map<String, Tensor> found = new HashMap<>();
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            boolean half = tensor.getDataType() == DataType.FLOAT16.getNumber();
            if (!half && tensor.getDataType() != DataType.FLOAT.getNumber()) continue;
            if (!names.test(tensor.getName())) continue;
            Shape shape = OnnxReader.shape(tensor.getDimsList());
            float[] values = half ? halves(tensor) : values(tensor);
            if (values.length == shape.count()) {
                found.put(tensor.getName(), Tensor.of(shape, values));
            }
        }
        RoundedGraph rounded = new RoundedGraph(model.getGraph());
        rounded.stored()
                .forEach((name, tensor) -> {
                    OnnxRounding rounding = rounded.roundings().get(name);
                    Shape shape = OnnxReader.shape(tensor.getDimsList());
                    if (!names.test(name) || rounding == null || shape.rank() == 0) return;
                    float[] values = reals(RoundedGraph.whole(tensor), shape, rounding);
                    if (values.length == shape.count()) found.put(name, Tensor.of(shape, values));
                });
        return found;
    }

    private static float[] reals(int[] whole, Shape shape, OnnxRounding rounding) {
        int channels = shape.size(0);
        int scales = rounding.scales().length;
        if (channels == 0 || scales != 1 && scales != channels) return new float[0];
        int each = Math.max(1, whole.length / channels);
        float[] values = new float[whole.length];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    (whole[i] - rounding.zero()) * rounding.scale(Math.min(i / each, channels - 1));
        }
        return values;
    }

    /// Without raw data, the bits are listed one number each.
    private static float[] halves(TensorProto tensor) {
        ShortBuffer raw =
                tensor.getRawData()
                        .asReadOnlyByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer();
        int listed = tensor.getInt32DataCount();
        float[] values = new float[Math.max(raw.remaining(), listed)];
        for (int i = 0; i < values.length; i++) {
            short bits = listed > 0 ? (short) tensor.getInt32Data(i) : raw.get(i);
            values[i] = Float.float16ToFloat(bits);
        }
        return values;
    }

    static float[] values(TensorProto tensor) {
        float[] values = new float[tensor.getRawData().size() / Float.BYTES];
        FloatBuffer raw =
                tensor.getRawData()
                        .asReadOnlyByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        raw.get(values);
        if (values.length > 0) return values;
        float[] listed = new float[tensor.getFloatDataCount()];
        for (int i = 0; i < listed.length; i++) listed[i] = tensor.getFloatData(i);
        return listed;
    }
}
