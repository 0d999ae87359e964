package org.hrscope.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.pixels.OpenCv;
import org.jspecify.annotations.Nullable;

/// A pose network whose inner values can be read, fed with crops as the live one is. Values asked for are written
/// straight into memory of its own; what is not asked for is not kept. One thread, which also opens and closes it.
public final class TappedModel implements AutoCloseable {
    /// Above this many cores one of four is taken; below, one.
    private static final int CORES_A_THREAD = 4;

    /// Values; what claims more is taken as it comes.
    private static final int MOST_PINNED = 1 << 28;

    private final ModelInfo info;
    private final Set<String> values;
    private final OrtSession session;
    private final Map<String, NodeInfo> outputs;
    private final CropPreprocessor preprocessor;
    private final PinnedTensor input;
    private final Map<String, PinnedTensor> pinned = new HashMap<>();

    /// @param graph  of the same file
    /// @param values the inner values that can be asked for; outputs can be anyway
    public TappedModel(ModelFile file, OnnxGraph graph, Collection<String> values) throws Problem {
        OpenCv.load();
        info = file.info();
        this.values = Set.copyOf(values);
        preprocessor = new CropPreprocessor(info);
        try (Arena whileOpening = Arena.ofConfined();
                OrtSession.SessionOptions options = TapOptions.asWritten()) {
            int cores = Runtime.getRuntime().availableProcessors();
            options.setIntraOpNumThreads(Math.max(1, cores / CORES_A_THREAD));
            ByteBuffer model = file.exposing(graph, values, whileOpening);
            session = Sessions.open(file.path(), model, options);
        } catch (OrtException e) {
            throw new Problem(e, "model.not-run", file, OrtReason.of(e));
        }
        PinnedTensor picture = null;
        try {
            outputs = session.getOutputInfo();
            Shape shape = Shape.of(1, 3, info.inputHeight(), info.inputWidth());
            picture = PinnedTensor.of(shape, Sessions.inputType(session));
        } catch (OrtException e) {
            throw new Problem(e, "model.not-run", file, OrtReason.of(e));
        } finally {
            if (picture == null) Sessions.close(session);
        }
        input = picture;
    }

    /// Whether all of these can be asked for.
    public boolean gives(Collection<String> names) {
        return values.containsAll(names);
    }

    /// The sizes of all that can be asked for, as far as they are known before a run.
    public Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new HashMap<>();
        outputs.forEach((name, node) -> {
            Shape shape = fixed(node);
            if (shape != null) shapes.put(name, shape);
        });
        return shapes;
    }

    /// What the next pass is fed with: the crop of this frame, as the live network takes it.
    public void crop(Frame frame, CropGeometry geometry) {
        preprocessor.fill(frame, geometry.toInput(), input.tensor().values());
    }

    /// One pass. The input can be asked for too, by its name.
    ///
    /// @return by name, whole numbers left out; the numbers hold until the next pass, for this thread only
    public Map<String, Tensor> run(Collection<String> names) throws Problem {
        Set<String> wanted = new LinkedHashSet<>(names);
        pinned.entrySet().removeIf(entry -> !wanted.contains(entry.getKey()) && free(entry));
        Map<String, Tensor> found = new LinkedHashMap<>();
        if (wanted.remove(info.input())) found.put(info.input(), input.tensor());
        if (wanted.isEmpty()) return found;
        try {
            Map<String, OnnxTensor> fixed = new HashMap<>();
            Set<String> free = new LinkedHashSet<>();
            for (String name : wanted) {
                PinnedTensor place = place(name);
                if (place == null) free.add(name);
                else fixed.put(name, place.onnx());
            }
            input.push();
            try (OrtSession.Result result =
                    session.run(Map.of(info.input(), input.onnx()), free, fixed)) {
                for (String name : wanted) {
                    PinnedTensor place = pinned.get(name);
                    Tensor value = place == null ? copy(result, name) : place.tensor();
                    if (value != null) found.put(name, value);
                }
            }
            return found;
        } catch (OrtException e) {
            throw new Problem(e, "model.run", info.name(), OrtReason.of(e));
        }
    }

    private static boolean free(Map.Entry<String, PinnedTensor> entry) {
        entry.getValue().close();
        return true;
    }

    /// Null where the size is only known after the run.
    private @Nullable PinnedTensor place(String name) throws OrtException {
        PinnedTensor there = pinned.get(name);
        if (there != null) return there;
        Shape shape = fixed(Objects.requireNonNull(outputs.get(name), name));
        if (shape == null) return null;
        PinnedTensor made = PinnedTensor.of(shape, OnnxJavaType.FLOAT);
        pinned.put(name, made);
        return made;
    }

    /// Null where it is not known before a run, or no numbers with a point.
    private static @Nullable Shape fixed(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo about)) return null;
        long[] sizes = about.getShape();
        // One picture goes in, also where a file leaves the batch free.
        if (sizes.length > 1 && sizes[0] < 0) sizes[0] = 1;
        double count = Arrays.stream(sizes).mapToDouble(size -> size).reduce(1, (a, b) -> a * b);
        boolean known = Arrays.stream(sizes).allMatch(size -> size > 0) && count <= MOST_PINNED;
        return known && about.type == OnnxJavaType.FLOAT ? shape(sizes) : null;
    }

    private static @Nullable Tensor copy(OrtSession.Result result, String name) {
        OnnxValue value = result.get(name).orElse(null);
        if (!(value instanceof OnnxTensor tensor)) return null;
        FloatBuffer numbers = tensor.getFloatBuffer();
        return numbers == null ? null : new Tensor(shape(tensor.getInfo().getShape()), numbers);
    }

    private static Shape shape(long[] sizes) {
        List<Integer> whole = Arrays.stream(sizes).mapToObj(Math::toIntExact).toList();
        return new Shape(whole);
    }

    @Override
    public void close() {
        pinned.values().forEach(PinnedTensor::close);
        pinned.clear();
        Sessions.close(session);
        input.close();
    }
}
