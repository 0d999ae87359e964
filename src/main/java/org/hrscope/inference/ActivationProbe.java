package org.hrscope.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxOutputs;

/// Runs a model on one input tensor and gives chosen inner values. A session that exposes them is slower than a live
/// one (nothing it shows can be fused), so this is a session of its own. For one thread at a time, which also closes it.
public final class ActivationProbe implements AutoCloseable {

    /// Who takes the values, one at a time.
    @FunctionalInterface
    public interface Taker<E extends Exception> {
        void take(String name, Tensor value) throws E;
    }

    private final OrtSession session;
    private final String input;
    private final Set<String> values;

    /// @param graph  of the same file
    /// @param values inner values or outputs
    public ActivationProbe(Path file, OnnxGraph graph, Collection<String> values) throws Problem {
        if (graph.inputs().size() != 1) throw new Problem("model.inputs", file, graph.inputs());
        this.input = graph.inputs().getFirst().name();
        this.values = new LinkedHashSet<>(values);
        try (Arena whileOpening = Arena.ofConfined();
                OrtSession.SessionOptions options = TapOptions.asWritten()) {
            ByteBuffer model = OnnxOutputs.expose(file, graph, this.values, whileOpening);
            this.session = Sessions.open(file, model, options);
        } catch (OrtException e) {
            throw new Problem(e, "model.not-run", file, OrtReason.of(e));
        }
    }

    /// Gives `to` each value in the order asked for. The tensors are copies, one at a time.
    ///
    /// @throws Problem where the model does not take such a tensor
    public <E extends Exception> void run(Tensor tensor, Taker<E> to) throws Problem, E {
        try (PinnedTensor given = given(tensor);
                OrtSession.Result result = session.run(Map.of(input, given.onnx()), values)) {
            for (Map.Entry<String, OnnxValue> each : result) {
                if (!(each.getValue() instanceof OnnxTensor value)) continue;
                FloatBuffer numbers = value.getFloatBuffer();
                if (numbers == null) continue; // whole numbers: a shape, an index
                to.take(each.getKey(), new Tensor(shape(value.getInfo().getShape()), numbers));
            }
        } catch (OrtException e) {
            throw new Problem(e, "model.input", input, tensor.shape(), OrtReason.of(e));
        }
    }

    @Override
    public void close() {
        Sessions.close(session);
    }

    private PinnedTensor given(Tensor tensor) throws OrtException {
        PinnedTensor given = PinnedTensor.of(tensor.shape(), Sessions.inputType(session));
        given.tensor().values().put(0, tensor.values(), 0, tensor.values().capacity());
        given.push();
        return given;
    }

    private static Shape shape(long[] sizes) {
        List<Integer> whole = Arrays.stream(sizes).mapToObj(Math::toIntExact).toList();
        return new Shape(whole);
    }
}
