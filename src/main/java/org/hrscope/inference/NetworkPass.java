package org.hrscope.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import org.hrscope.model.Heatmaps;
import org.hrscope.model.ModelInfo;
import org.hrscope.model.Problem;

/// A way through a [PoseModel], with input and output tensors of its own, kept for life. One thread at a time; several
/// passes of one model run side by side. To be closed before the model.
public final class NetworkPass implements AutoCloseable {
    private final ModelInfo info;
    private final OrtSession session;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final OnnxTensor inputTensor;
    private final OnnxTensor outputTensor;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    NetworkPass(ModelInfo info, OrtSession session) throws OrtException {
        this.info = info;
        this.session = session;
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        input = floats(3 * info.inputHeight() * info.inputWidth());
        output = floats(info.joints() * info.heatmapHeight() * info.heatmapWidth());
        inputTensor =
                OnnxTensor.createTensor(
                        environment,
                        input,
                        new long[] {1, 3, info.inputHeight(), info.inputWidth()});
        outputTensor =
                OnnxTensor.createTensor(
                        environment,
                        output,
                        new long[] {1, info.joints(), info.heatmapHeight(), info.heatmapWidth()});
        inputs = Map.of(info.input(), inputTensor);
        outputs = Map.of(info.output(), outputTensor);
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /// [3, H, W], normalised; written to before [#run()].
    public FloatBuffer input() {
        return input;
    }

    /// The network over [#input()].
    ///
    /// @throws Problem `model.run` where ONNX Runtime refuses, with its words
    public Heatmaps run() throws Problem {
        runOnly();
        float[] values = new float[output.capacity()];
        output.get(0, values);
        return new Heatmaps(info.joints(), info.heatmapHeight(), info.heatmapWidth(), values);
    }

    /// The bare run, its result left in the output tensor: what a program is measured against.
    public void runOnly() throws Problem {
        try (OrtSession.Result result = session.run(inputs, outputs)) {
            if (result.size() != 1) throw new IllegalStateException("one output was asked for");
        } catch (OrtException e) {
            throw new Problem(e, "model.run", info.name(), e.getMessage());
        }
    }

    @Override
    public void close() {
        inputTensor.close();
        outputTensor.close();
    }
}
