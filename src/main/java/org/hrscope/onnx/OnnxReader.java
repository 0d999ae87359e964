package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.file.FileWork;

/// ONNX file -> [OnnxGraph]. The file is mapped; its weights are never copied.
public final class OnnxReader {
    private OnnxReader() {}

    /// @throws Problem one of `file.missing`, `onnx.*`
    public static OnnxGraph read(Path file) throws Problem {
        return read(
                file,
                model -> {
                    new ExternalData(file).check(model);
                    new NodeCheck(file).check(model);
                    return graph(file, model);
                });
    }

    /// Work on a model whose bytes are valid only during the call.
    interface Use<T> {
        T of(ModelProto model) throws Problem;
    }

    static <T> T read(Path file, Use<T> use) throws Problem {
        FileWork.there(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE) throw new Problem("onnx.too-much", file);
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            return use.of(parse(file, bytes.asByteBuffer()));
        } catch (IOException | InternalError e) {
            // Reading a mapping throws InternalError if the file is truncated or its disk goes
            // away.
            throw new Problem(e, "onnx.unreadable", file, e);
        }
    }

    /// @param name  for error sentences
    /// @param bytes not retained
    /// @throws Problem one of `onnx.*`
    public static OnnxGraph read(Object name, ByteBuffer bytes) throws Problem {
        return graph(name, parse(name, bytes));
    }

    static ModelProto parse(Object name, ByteBuffer bytes) throws Problem {
        if (isCheckpoint(bytes)) throw new Problem("onnx.checkpoint", name);
        try {
            ByteString all = UnsafeByteOperations.unsafeWrap(bytes);
            if (!new WireCheck().allows(open(all), ModelProto.getDescriptor())) {
                throw new Problem("onnx.too-much", name);
            }
            ModelProto model = ModelProto.parseFrom(open(all));
            if (model.getGraph().getNodeCount() == 0) throw new Problem("onnx.not-one", name);
            return model;
        } catch (IOException e) {
            throw new Problem(e, "onnx.not-one", name);
        }
    }

    /// By its first bytes, a zip archive or a pickle: PyTorch writes one or the other, and no ONNX file begins so.
    ///
    /// @param bytes two or more of them, if there are
    public static boolean isCheckpoint(ByteBuffer bytes) {
        int at = bytes.position();
        if (!bytes.hasRemaining()) return false;
        boolean zip = bytes.remaining() > 1 && bytes.get(at) == 'P' && bytes.get(at + 1) == 'K';
        return zip || bytes.get(at) == (byte) 0x80;
    }

    private static OnnxGraph graph(Object name, ModelProto model) throws Problem {
        try {
            return graph(model);
        } catch (IllegalArgumentException e) {
            throw new Problem(e, "onnx.not-one", name);
        }
    }

    private static CodedInputStream open(ByteString bytes) {
        CodedInputStream in = bytes.newCodedInput();
        in.enableAliasing(true);
        return in;
    }

    private static OnnxGraph graph(ModelProto model) {
        GraphProto graph = model.getGraph();
        RoundedGraph rounded = new RoundedGraph(graph);
        Map<String, Shape> weights = new LinkedHashMap<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            if (rounded.hides(tensor)) continue;
            weights.put(tensor.getName(), shape(tensor.getDimsList()));
        }
        rounded.stored().forEach((name, tensor) -> weights.put(name, shape(tensor.getDimsList())));
        Map<String, String> metadata = new LinkedHashMap<>();
        model.getMetadataPropsList().forEach(p -> metadata.put(p.getKey(), p.getValue()));
        long opset =
                model.getOpsetImportList().stream()
                        .filter(o -> o.getDomain().isEmpty())
                        .mapToLong(o -> o.getVersion())
                        .max()
                        .orElse(0);
        return new OnnxGraph(
                model.getProducerName(),
                opset,
                graph.getInputList().stream()
                        .filter(v -> !weights.containsKey(v.getName()))
                        .map(OnnxReader::value)
                        .toList(),
                graph.getOutputList().stream().map(OnnxReader::value).toList(),
                graph.getNodeList().stream()
                        .filter(node -> !rounded.hides(node))
                        .map(node -> node(node, rounded))
                        .toList(),
                weights,
                metadata,
                rounded.roundings(),
                rounded.exact());
    }

    static Shape shape(List<Long> sizes) {
        for (long size : sizes) {
            if (size < 0 || size > Integer.MAX_VALUE)
                throw new IllegalArgumentException("" + sizes);
        }
        Shape shape = new Shape(sizes.stream().map(Long::intValue).toList());
        try {
            if (shape.count() < Long.MAX_VALUE) return shape;
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(overflow);
        }
        return shape;
    }

    private static OnnxGraph.Value value(ValueInfoProto value) {
        TypeProto.Tensor type = value.getType().getTensorType();
        TensorProto.DataType number = TensorProto.DataType.forNumber(type.getElemType());
        return new OnnxGraph.Value(
                value.getName(),
                number == null ? "?" : number.name().toLowerCase(Locale.ROOT),
                type.getShape().getDimList().stream().map(OnnxReader::size).toList());
    }

    private static String size(Dimension size) {
        if (size.hasDimValue()) return String.valueOf(size.getDimValue());
        return size.getDimParam().isEmpty() ? "?" : size.getDimParam();
    }

    private static OnnxGraph.Node node(NodeProto node, RoundedGraph rounded) {
        Map<String, String> attributes = new LinkedHashMap<>();
        node.getAttributeList().forEach(a -> attributes.put(a.getName(), text(a)));
        return new OnnxGraph.Node(
                node.getName(),
                node.getOpType(),
                rounded.shown(node.getInputList()),
                rounded.shown(node.getOutputList()),
                attributes);
    }

    private static String text(AttributeProto attribute) {
        return switch (attribute.getType()) {
            case INT -> String.valueOf(attribute.getI());
            case FLOAT -> String.valueOf(attribute.getF());
            case STRING -> attribute.getS().toStringUtf8();
            case INTS -> join(attribute.getIntsList());
            case FLOATS -> join(attribute.getFloatsList());
            default -> attribute.getType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String join(List<?> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
