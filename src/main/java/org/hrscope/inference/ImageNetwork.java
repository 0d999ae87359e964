package org.hrscope.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.file.FileWork;
import org.jspecify.annotations.Nullable;

/// Any network that takes one image of fixed size, [1, 3, H, W] float32: a session of its own, with input and
/// outputs in native memory. Interpreting the outputs is up to the caller. Any thread, one at a time; the last user
/// closes it.
public final class ImageNetwork implements AutoCloseable {
    private final String name;
    private final OrtSession session;
    private final ModelProfile profile;
    private final String input;
    private final Shape inputShape;
    private final Map<String, Shape> outputs = new LinkedHashMap<>();
    private final Map<String, PinnedTensor> pinned = new LinkedHashMap<>();
    private @Nullable CropPreprocessor preprocessor;
    private @Nullable PixelFormat format;

    private ImageNetwork(String name, OrtSession session, Object file)
            throws OrtException, Problem {
        this.name = name;
        this.session = session;
        profile = new ModelProfile(session.getMetadata().getCustomMetadata());
        Collection<NodeInfo> inputs = session.getInputInfo().values();
        Optional<NodeInfo> only = inputs.stream().filter(_ -> inputs.size() == 1).findFirst();
        inputShape = only.flatMap(ImageNetwork::fixed).orElse(Shape.of());
        List<Integer> sizes = inputShape.sizes();
        if (sizes.size() != 4 || sizes.get(0) != 1 || sizes.get(1) != 3) {
            throw new Problem("model.notImage", file, described(inputs));
        }
        input = only.orElseThrow().getName();
        for (NodeInfo node : session.getOutputInfo().values()) {
            fixed(node).ifPresent(shape -> outputs.put(node.getName(), shape));
        }
    }

    /// @throws Problem `file.missing`, `file.unreadable`, `model.notOnnx`, `model.not-run`, `model.notImage`
    public static ImageNetwork open(Path file) throws Problem {
        FileWork.there(file);
        String name = file.getFileName().toString().replaceFirst("\\.onnx$", "");
        ModelOpener.read(file); // validated before ONNX Runtime gets it
        try (Arena whileOpening = Arena.ofConfined()) {
            return open(Sessions.read(file, whileOpening), name, file);
        }
    }

    /// One of the bundled networks.
    ///
    /// @param name file name without extension
    public static ImageNetwork bundled(String name) throws Problem {
        return open(ByteBuffer.wrap(ModelFile.bundledBytes(name)), name, null);
    }

    /// @param path null for a bundled network
    private static ImageNetwork open(ByteBuffer bytes, String name, @Nullable Path path)
            throws Problem {
        Object file = path == null ? name + ".onnx" : path;
        OrtSession session = Sessions.live(path, bytes, file, plan());
        boolean opened = false;
        try {
            ImageNetwork network = new ImageNetwork(name, session, file);
            opened = true;
            return network;
        } catch (OrtException e) {
            throw new Problem(e, "model.not-run", file, OrtReason.of(e));
        } finally {
            if (!opened) Sessions.close(session);
        }
    }

    /// One run at a time, on as many cores as a lane of the pose network has by default.
    private static ExecutionPlan plan() {
        return new ExecutionPlan(1, ExecutionPlan.standard().threads());
    }

    /// Cores a run takes.
    public int threads() {
        return plan().threads();
    }

    /// Display name: the file name without extension.
    public String name() {
        return name;
    }

    /// Name of the input tensor.
    public String input() {
        return input;
    }

    public int inputWidth() {
        return inputShape.size(3);
    }

    public int inputHeight() {
        return inputShape.size(2);
    }

    /// By name, in file order; only float tensors whose shape is known before a run.
    public Map<String, Shape> outputs() {
        return outputs;
    }

    /// Input format and joints according to the metadata.
    public ModelProfile profile() {
        return profile;
    }

    /// Pixel format according to the metadata; ImageNet's by default.
    ///
    /// @param outside grey level, 0..255, outside the image
    /// @throws Problem `model.profile` if the metadata is invalid
    public PixelFormat format(int outside) throws Problem {
        if (!profile.complete()) return PixelFormat.imageNet(outside);
        return new PixelFormat(
                profile.triple("mean", name),
                profile.triple("std", name),
                !"BGR".equalsIgnoreCase(profile.get("channel_order")),
                outside);
    }

    /// All outputs as shown in error sentences: `heatmaps [1, 17, 64, 48]`.
    public String describedOutputs() {
        try {
            return described(session.getOutputInfo().values());
        } catch (OrtException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// Sets the next run's input to the frame transformed by `toInput`.
    ///
    /// @param toInput frame pixels to input pixels: scale and translation, no rotation
    /// @throws Problem `model.run` if out of memory
    public void show(Frame frame, AffineTransform2D toInput, PixelFormat format) throws Problem {
        CropPreprocessor filling = preprocessor;
        if (filling == null || !format.equals(this.format)) {
            filling = new CropPreprocessor(inputWidth(), inputHeight(), format);
            preprocessor = filling;
            this.format = format;
        }
        filling.fill(frame, toInput, place(input, inputShape).tensor().values());
    }

    /// Mirrors the input that [#show] set.
    public void mirror() throws Problem {
        if (preprocessor != null) preprocessor.mirror(place(input, inputShape).tensor().values());
    }

    /// Runs the network on the current input.
    ///
    /// @return by name, in file order; values are valid until the next run
    /// @throws Problem `model.run` with ONNX Runtime's message
    public Map<String, Tensor> run() throws Problem {
        Map<String, OnnxTensor> places = new LinkedHashMap<>();
        Map<String, Tensor> found = new LinkedHashMap<>();
        for (Map.Entry<String, Shape> output : outputs.entrySet()) {
            PinnedTensor place = place(output.getKey(), output.getValue());
            places.put(output.getKey(), place.onnx());
            found.put(output.getKey(), place.tensor());
        }
        Map<String, OnnxTensor> shown = Map.of(input, place(input, inputShape).onnx());
        try (OrtSession.Result result = session.run(shown, places)) {
            if (result.size() != places.size()) throw new IllegalStateException(name);
        } catch (OrtException e) {
            throw new Problem(e, "model.run", name, OrtReason.of(e));
        }
        return found;
    }

    private PinnedTensor place(String value, Shape shape) throws Problem {
        PinnedTensor there = pinned.get(value);
        if (there != null) return there;
        try {
            PinnedTensor made = PinnedTensor.of(shape, OnnxJavaType.FLOAT);
            pinned.put(value, made);
            return made;
        } catch (OrtException | OutOfMemoryError | IllegalArgumentException e) {
            throw new Problem(e, "model.run", name, e.getMessage());
        }
    }

    /// Empty if a dimension is only known after a run, or the type is not float. A free batch dimension counts as
    /// 1.
    private static Optional<Shape> fixed(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo tensor)) return Optional.empty();
        long[] sizes = tensor.getShape();
        if (sizes.length > 0 && sizes[0] == -1) sizes[0] = 1;
        boolean known =
                sizes.length > 0
                        && tensor.type == OnnxJavaType.FLOAT
                        && Arrays.stream(sizes).allMatch(size -> size > 0 && size < 1 << 20);
        return known
                ? Optional.of(new Shape(Arrays.stream(sizes).mapToObj(Math::toIntExact).toList()))
                : Optional.empty();
    }

    private static String described(Collection<NodeInfo> nodes) {
        return nodes.stream()
                .map(node -> node.getName() + " " + sizes(node))
                .collect(Collectors.joining(", "));
    }

    private static String sizes(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor
                ? Arrays.toString(tensor.getShape())
                : "?";
    }

    @Override
    public void close() {
        try {
            Sessions.close(session);
        } finally {
            pinned.values().forEach(PinnedTensor::close);
            pinned.clear();
        }
    }
}
