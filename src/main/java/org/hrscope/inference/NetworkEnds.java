package org.hrscope.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;

/// A network's image input and heatmap output: one input [1, 3, height, width], float or float16, and one output
/// [1, joints, h, w], smaller by the same factor in both directions. Anything else is refused with the reason.
///
/// @param heatmaps [1, joints, h, w]
record NetworkEnds(String input, int height, int width, String output, Shape heatmaps) {
    private static final int LARGEST = 4096;
    private static final long MOST_VALUES = 1 << 26;

    /// Tolerance for rounded sizes.
    private static final double SLACK = 0.1;

    /// @param asked  size from the command line
    /// @param usual  size from the file or its profile, for a network with free dimensions
    static NetworkEnds of(
            OrtSession session, Object file, Optional<Shape> asked, Optional<Shape> usual)
            throws OrtException, Problem {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        if (inputs.size() != 1) throw new Problem("model.inputs", file, inputs.keySet());
        if (outputs.isEmpty()) throw new Problem("model.no-outputs", file);
        NodeInfo input = inputs.values().iterator().next();
        long[] in = sizes(input.getInfo());
        if (in.length != 4 || in[0] > 1 || (in[1] != 3 && in[1] != -1)) {
            if (in.length == 4 && in[3] == 3) {
                throw new Problem("model.channels-last", file, input.getName(), text(in));
            }
            throw notPose(file, in, outputs);
        }
        checkNumbers(file, input);
        Shape size = size(file, in, asked, usual);
        Map<String, long[]> sizes = new LinkedHashMap<>();
        outputs.forEach((name, node) -> sizes.put(name, sizes(node.getInfo())));
        boolean free = sizes.values().stream().anyMatch(NetworkEnds::isFree);
        if (free) sizes.putAll(tried(session, input, size, file));
        var fitting =
                sizes.entrySet().stream().filter(each -> fits(each.getValue(), size)).toList();
        if (fitting.size() != 1) throw refusal(file, in, sizes, size);
        String output = fitting.getFirst().getKey();
        checkNumbers(file, Objects.requireNonNull(outputs.get(output)));
        long[] out = fitting.getFirst().getValue();
        if (out[1] > MOST_VALUES / (out[2] * out[3])) {
            throw new Problem("model.too-large", file, text(out));
        }
        Shape heatmaps = Shape.of(1, (int) out[1], (int) out[2], (int) out[3]);
        return new NetworkEnds(input.getName(), size.size(0), size.size(1), output, heatmaps);
    }

    /// Height and width.
    private static Shape size(Object file, long[] in, Optional<Shape> asked, Optional<Shape> usual)
            throws Problem {
        boolean free = in[2] == -1 || in[3] == -1;
        Optional<Shape> given = asked.or(() -> usual);
        if (free && given.isEmpty()) throw new Problem("model.size", file, text(in));
        Shape wanted = given.orElse(Shape.of());
        long height = in[2] == -1 ? wanted.size(0) : in[2];
        long width = in[3] == -1 ? wanted.size(1) : in[3];
        if (Math.min(height, width) < 1 || Math.max(height, width) > LARGEST) {
            throw new Problem("model.too-large", file, height + "x" + width);
        }
        Shape size = Shape.of((int) height, (int) width);
        if (asked.isPresent() && !asked.get().equals(size)) {
            throw new Problem("model.size-fixed", file, size, asked.get());
        }
        return size;
    }

    /// The shapes of all outputs, from a run on a blank image: free dimensions are only known afterwards.
    private static Map<String, long[]> tried(
            OrtSession session, NodeInfo input, Shape size, Object file)
            throws OrtException, Problem {
        Shape shape = Shape.of(1, 3, size.size(0), size.size(1));
        Map<String, long[]> sizes = new LinkedHashMap<>();
        try (PinnedTensor nothing =
                        PinnedTensor.of(shape, Sessions.inputType(session, input.getName()));
                OrtSession.Result result = session.run(Map.of(input.getName(), nothing.onnx()))) {
            for (Map.Entry<String, OnnxValue> each : result) {
                sizes.put(each.getKey(), sizes(each.getValue().getInfo()));
            }
            return sizes;
        } catch (OrtException e) {
            throw new Problem(e, "model.run", file, OrtReason.of(e));
        }
    }

    private static boolean fits(long[] out, Shape size) {
        if (out.length != 4 || Math.abs(out[0]) != 1 || out[1] < 1) return false;
        return like(out[2], out[3], size);
    }

    /// Whether a map of this size is the image scaled down by one factor.
    private static boolean like(long height, long width, Shape size) {
        if (height < 2 || width < 2 || height > size.size(0) || width > size.size(1)) return false;
        double rows = size.size(0) / (double) height;
        double columns = size.size(1) / (double) width;
        return Math.abs(rows - columns) <= SLACK * Math.max(rows, columns);
    }

    private static Problem refusal(Object file, long[] in, Map<String, long[]> sizes, Shape size) {
        if (sizes.size() > 1) {
            List<String> all =
                    sizes.entrySet().stream()
                            .map(e -> e.getKey() + " " + text(e.getValue()))
                            .limit(8)
                            .toList();
            return new Problem("model.outputs", file, String.join(", ", all));
        }
        var only = sizes.entrySet().iterator().next();
        String name = only.getKey();
        long[] out = only.getValue();
        if (out.length == 4 && out[1] == 0) return new Problem("model.no-joints", file);
        if (out.length == 4 && like(out[1], out[2], size)) {
            return new Problem("model.channels-last", file, name, text(out));
        }
        return new Problem("model.notPose", file, text(in), text(out));
    }

    private static Problem notPose(Object file, long[] in, Map<String, NodeInfo> outputs) {
        long[] out = sizes(outputs.values().iterator().next().getInfo());
        return new Problem("model.notPose", file, text(in), text(out));
    }

    private static void checkNumbers(Object file, NodeInfo node) throws Problem {
        OnnxJavaType type =
                node.getInfo() instanceof TensorInfo info ? info.type : OnnxJavaType.UNKNOWN;
        if (type != OnnxJavaType.FLOAT && type != OnnxJavaType.FLOAT16) {
            throw new Problem("model.numbers", file, node.getName(), type);
        }
    }

    private static long[] sizes(ValueInfo info) {
        return info instanceof TensorInfo tensor ? tensor.getShape() : new long[0];
    }

    private static boolean isFree(long[] sizes) {
        return sizes.length == 0 || Arrays.stream(sizes).skip(1).anyMatch(size -> size < 0);
    }

    private static String text(long[] sizes) {
        return Arrays.toString(sizes).replace("-1", "?");
    }
}
