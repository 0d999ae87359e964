package org.hrscope.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
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
import org.hrscope.onnx.GatedValue;
import org.hrscope.onnx.OnnxGates;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxOutputs;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.pixels.OpenCv;
import org.jspecify.annotations.Nullable;

/// A session whose inner values can be read. It is a second one: values that are read cannot be fused away, and the
/// live session must stay fast. Requested values are written straight into memory of its own; nothing else is kept. One
/// thread at a time, which also closes it.
public final class InnerSession implements AutoCloseable {
    /// Beside a live session: above this many cores one of four is taken; below, one.
    private static final int CORES_A_THREAD = 4;

    /// Values; what claims more is taken as it comes.
    private static final int MOST_PINNED = 1 << 28;

    private final Origin origin;
    private final Set<String> values;
    private final OrtSession session;
    private final Map<String, NodeInfo> outputs;
    private final Map<String, PinnedTensor> pinned = new HashMap<>();
    private final @Nullable PinnedTensor gains;
    private @Nullable CropPreprocessor preprocessor;
    private @Nullable PinnedTensor given;

    /// @param file null for the network that comes with the program
    /// @param name for sentences
    /// @param info null where it may be no pose network
    private record Origin(
            @Nullable Path file, Object name, String input, @Nullable ModelInfo info) {
        static Origin of(ModelFile file) {
            return new Origin(file.path(), file, file.info().input(), file.info());
        }
    }

    /// The model in memory of `arena`.
    private interface Bytes {
        ByteBuffer in(Arena arena) throws Problem;
    }

    private interface Settings {
        SessionOptions make() throws OrtException;
    }

    /// A pose network beside its live session, fed with crops as that one is.
    ///
    /// @param graph  of the same file
    /// @param values the inner values that can be asked for; outputs can be anyway
    public static InnerSession beside(ModelFile file, OnnxGraph graph, Collection<String> values)
            throws Problem {
        return beside(file, new OnnxOutputs(graph, values));
    }

    /// @param wanted of the same file; where it has gates, [#gains] is to be kept
    public static InnerSession beside(ModelFile file, OnnxOutputs wanted) throws Problem {
        OpenCv.load();
        return new InnerSession(
                Origin.of(file),
                wanted,
                arena -> file.with(wanted, arena),
                () -> {
                    SessionOptions options = asWritten();
                    options.setIntraOpNumThreads(threadsBeside());
                    return FreeSizes.fixed(options, wanted.graph(), file.info().inputShape());
                });
    }

    /// Cores that a pass of such a session takes.
    public static int threadsBeside() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / CORES_A_THREAD);
    }

    /// A pose network fed with crops, fused as far as the values that are asked for allow, on all cores: for statistics
    /// over many passes, where the last bit does not matter.
    public static InnerSession fused(ModelFile file, OnnxOutputs wanted) throws Problem {
        OpenCv.load();
        return new InnerSession(
                Origin.of(file),
                wanted,
                arena -> file.with(wanted, arena),
                () -> {
                    SessionOptions options = new SessionOptions();
                    options.setOptimizationLevel(OptLevel.ALL_OPT);
                    options.addConfigEntry("session.intra_op.allow_spinning", "0");
                    return options;
                });
    }

    /// A pose network as the live session runs it, while ONNX Runtime writes down what each step takes.
    ///
    /// @param profile where to, a name without its ending
    static InnerSession profiled(ModelFile file, Path profile) throws Problem {
        OnnxOutputs outputs = new OnnxOutputs(file.graph(), Set.of());
        return new InnerSession(
                Origin.of(file),
                outputs,
                arena -> file.with(outputs, arena),
                () -> {
                    SessionOptions options = Sessions.options(ExecutionPlan.standard());
                    options.enableProfiling(profile.toString());
                    return options;
                });
    }

    /// Any model with one input, fed with whole tensors; on all cores.
    ///
    /// @param graph  of the same file
    /// @param values as above
    public static InnerSession of(Path file, OnnxGraph graph, Collection<String> values)
            throws Problem {
        return of(file, new OnnxOutputs(graph, values));
    }

    /// @param wanted as above
    public static InnerSession of(Path file, OnnxOutputs wanted) throws Problem {
        List<OnnxGraph.Value> inputs = wanted.graph().inputs();
        if (inputs.size() != 1) throw new Problem("model.inputs", file, inputs);
        return new InnerSession(
                new Origin(file, file, inputs.getFirst().name(), null),
                wanted,
                arena -> wanted.of(file, arena),
                InnerSession::asWritten);
    }

    private InnerSession(Origin origin, OnnxOutputs wanted, Bytes model, Settings settings)
            throws Problem {
        this.origin = origin;
        values = Set.copyOf(wanted.values());
        OnnxRuntimeLibrary.need();
        OrtSession opened = null;
        boolean made = false;
        try (Arena whileOpening = Arena.ofConfined();
                SessionOptions options = settings.make()) {
            opened = Sessions.open(origin.file, model.in(whileOpening), options);
            session = opened;
            outputs = session.getOutputInfo();
            int channels = wanted.gates().stream().mapToInt(GatedValue::channels).sum();
            Shape all = Shape.of(1, channels, 1, 1);
            gains = channels == 0 ? null : PinnedTensor.of(all, OnnxJavaType.FLOAT);
            for (int i = 0; i < channels; i++) gains().put(i, 1);
            made = true;
        } catch (OrtException e) {
            throw OrtReason.notRun(e, origin.name);
        } finally {
            if (!made && opened != null) Sessions.close(opened);
        }
    }

    /// Every node as the file has it. A fused or re-laid-out node rounds otherwise, and what is fused depends on which
    /// values are exposed; so a value has the same bits whoever asks for it, and whatever else is asked for. Costs
    /// about half as much again as a fully optimised session.
    private static SessionOptions asWritten() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setOptimizationLevel(OptLevel.NO_OPT);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    /// Whether all of these can be requested.
    public boolean gives(Collection<String> names) {
        return values.containsAll(names);
    }

    /// The shapes of all values that can be requested, where they are known before a run.
    public Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new HashMap<>();
        outputs.forEach((value, node) -> {
            Shape shape = fixed(node, 1);
            if (shape != null) shapes.put(value, shape);
        });
        return shapes;
    }

    /// What the next pass is fed with: the crop of this frame, as the live network takes it. For pose networks.
    public void crop(Frame frame, CropGeometry geometry) throws Problem {
        ModelInfo info = Objects.requireNonNull(origin.info);
        CropPreprocessor ready = preprocessor;
        if (ready == null) ready = new CropPreprocessor(info);
        preprocessor = ready;
        ready.fill(frame, geometry.toInput(), room(info.inputShape()));
    }

    /// Copies the input of the next run.
    public void feed(Tensor tensor) throws Problem {
        room(tensor.shape()).put(0, tensor.values(), 0, tensor.values().capacity());
    }

    private FloatBuffer room(Shape shape) throws Problem {
        PinnedTensor room = given;
        try {
            if (room == null || !room.tensor().shape().equals(shape)) {
                if (room != null) room.close();
                given = null;
                room = PinnedTensor.of(shape, Sessions.inputType(session, origin.input));
                given = room;
            }
            return room.tensor().values();
        } catch (OrtException e) {
            throw OrtReason.input(e, origin.name, origin.input, shape);
        }
    }

    /// What the next passes multiply gated values by, all 1 at first: the channels of one gate after those of another,
    /// in the order of the gates. To be written to.
    public FloatBuffer gains() {
        return gains == null ? FloatBuffer.allocate(0) : gains.tensor().values();
    }

    /// One pass over what it was fed with. The input can be asked for too, by its name.
    ///
    /// @return by name, in the order asked for, whole numbers left out; valid until the next pass, for this thread only
    /// @throws Problem `model.input`, where the model does not take what it was fed with
    public Map<String, Tensor> run(Collection<String> names) throws Problem {
        PinnedTensor input = Objects.requireNonNull(given, "nothing to run over");
        Set<String> wanted = new LinkedHashSet<>(names);
        Map<String, Tensor> found = new LinkedHashMap<>();
        if (wanted.remove(origin.input)) found.put(origin.input, input.tensor());
        Shape shape = input.tensor().shape();
        int batch = shape.rank() == 0 ? 1 : shape.size(0);
        pinned.entrySet().removeIf(each -> !wanted.contains(each.getKey()) && free(each));
        if (wanted.isEmpty()) return found;
        try {
            Map<String, OnnxTensor> places = new HashMap<>();
            Set<String> unknown = new LinkedHashSet<>();
            for (String name : wanted) {
                PinnedTensor place = place(name, batch);
                if (place == null) unknown.add(name);
                else places.put(name, place.onnx());
            }
            input.push();
            Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(origin.input, input.onnx()));
            if (gains != null) inputs.put(OnnxGates.INPUT, gains.onnx());
            try (OrtSession.Result result = session.run(inputs, unknown, places)) {
                for (String name : wanted) {
                    PinnedTensor place = pinned.get(name);
                    Tensor value = place == null ? copy(result, name) : place.tensor();
                    if (value != null) found.put(name, value);
                }
            }
            return found;
        } catch (OrtException e) {
            if (origin.info != null) {
                throw new Problem(e, "model.run", origin.info.name(), OrtReason.of(e));
            }
            throw OrtReason.input(e, origin.name, origin.input, shape);
        }
    }

    private static boolean free(Map.Entry<String, PinnedTensor> entry) {
        entry.getValue().close();
        return true;
    }

    /// Null where the size is only known after the run. Where a file leaves the batch free, it is that of the input.
    private @Nullable PinnedTensor place(String name, int batch) throws OrtException {
        Shape shape = fixed(Objects.requireNonNull(outputs.get(name), name), batch);
        PinnedTensor there = pinned.get(name);
        if (there != null && there.tensor().shape().equals(shape)) return there;
        if (there != null) there.close();
        pinned.remove(name);
        if (shape == null) return null;
        PinnedTensor made = PinnedTensor.of(shape, OnnxJavaType.FLOAT);
        pinned.put(name, made);
        return made;
    }

    /// Null where it is not known before a run, or no numbers with a point.
    private static @Nullable Shape fixed(NodeInfo node, int batch) {
        if (!(node.getInfo() instanceof TensorInfo about)) return null;
        long[] sizes = about.getShape();
        if (sizes.length > 1 && sizes[0] < 0) sizes[0] = batch;
        double count = 1;
        for (long size : sizes) count *= Math.max(0, size);
        boolean known = count > 0 && count <= MOST_PINNED;
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

    /// Ends what [#profiled] began.
    Path endProfile() throws Problem {
        try {
            return Path.of(session.endProfiling());
        } catch (OrtException e) {
            throw new Problem(e, "model.run", origin.name, OrtReason.of(e));
        }
    }

    @Override
    public void close() {
        pinned.values().forEach(PinnedTensor::close);
        pinned.clear();
        Sessions.close(session);
        if (gains != null) gains.close();
        if (given != null) given.close();
        given = null;
    }
}
