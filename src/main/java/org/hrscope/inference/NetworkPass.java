package org.hrscope.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;

/// One way to run a [PoseModel], with its own input and output tensors, kept for life. One thread at a time; passes
/// of one model run in parallel. Close before the model.
public final class NetworkPass implements AutoCloseable {
    private final ModelInfo info;
    private final OrtSession session;
    private final PinnedTensor input;
    private final PinnedTensor output;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    NetworkPass(ModelInfo info, OrtSession session) throws OrtException {
        this.info = info;
        this.session = session;
        Shape maps = Shape.of(1, info.joints(), info.heatmapHeight(), info.heatmapWidth());
        input = PinnedTensor.of(info.inputShape(), Sessions.inputType(session, info.input()));
        PinnedTensor made = null;
        try {
            made = PinnedTensor.of(maps, Sessions.outputType(session, info.output()));
        } finally {
            if (made == null) input.close();
        }
        output = made;
        inputs = Map.of(info.input(), input.onnx());
        outputs = Map.of(info.output(), output.onnx());
    }

    /// [3, H, W], normalised; fill before [#run()].
    public FloatBuffer input() {
        return input.tensor().values();
    }

    /// Runs the network on [#input()].
    ///
    /// @throws Problem `model.run` with ONNX Runtime's message; `model.not-finite`
    public Heatmaps run() throws Problem {
        input.push();
        runOnly();
        output.pull();
        float[] values = output.tensor().toArray();
        // Unlike a sum, which has an order, the JIT vectorises a maximum; of NaN it is NaN.
        float most = 0;
        for (float value : values) most = Math.max(most, Math.abs(value));
        if (!(most < Float.POSITIVE_INFINITY)) throw new Problem("model.not-finite", info.name());
        return new Heatmaps(info.joints(), info.heatmapHeight(), info.heatmapWidth(), values);
    }

    /// The bare run, leaving the result in the output tensor: the baseline for benchmarks.
    public void runOnly() throws Problem {
        try (OrtSession.Result result = session.run(inputs, outputs)) {
            if (result.size() != 1) throw new IllegalStateException("one output was asked for");
        } catch (OrtException e) {
            throw new Problem(e, "model.run", info.name(), OrtReason.of(e));
        }
    }

    @Override
    public void close() {
        input.close();
        output.close();
    }
}
