package org.hrscope.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.hrscope.image.OpenCv;
import org.hrscope.model.Decoder;
import org.hrscope.model.ModelInfo;
import org.hrscope.model.Problem;
import org.hrscope.model.Skeletons;
import org.jspecify.annotations.Nullable;

/// Opens a heatmap network: one float input [1, 3, H, W], one output [1, K, h, w]. Any thread.
public final class ModelOpener {
    private final ModelProfile fallback;

    /// @param fallback what a model expects where neither its metadata nor a file beside it says so
    public ModelOpener(ModelProfile fallback) {
        this.fallback = fallback;
    }

    /// The network that comes with the program.
    public PoseModel bundled() throws Problem {
        return open(ModelFile.bundledBytes(), ModelFile.BUNDLED, null, ModelProfile.EMPTY);
    }

    /// @throws Problem `file.missing`, `model.notOnnx`, `model.notPose`, `model.profile`
    public PoseModel open(Path file) throws Problem {
        if (!Files.isRegularFile(file)) throw new Problem("file.missing", file);
        String name = file.getFileName().toString().replaceFirst("\\.onnx$", "");
        try {
            return open(Files.readAllBytes(file), name, file, ModelProfile.beside(file));
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    private PoseModel open(byte[] bytes, String name, @Nullable Path path, ModelProfile beside)
            throws Problem {
        Path file = path == null ? Path.of(name + ".onnx") : path;
        OnnxRuntimeLibrary.need();
        OpenCv.need(); // crops for it are cut with that
        OrtSession session;
        try (OrtSession.SessionOptions options = options()) {
            session = OrtEnvironment.getEnvironment().createSession(bytes, options);
        } catch (OrtException e) {
            throw new Problem(e, "model.notOnnx", file);
        }
        try {
            ModelProfile own = new ModelProfile(session.getMetadata().getCustomMetadata());
            ModelInfo info = describe(session, name, file, own.orElse(beside).orElse(fallback));
            return new PoseModel(new ModelFile(path, info), session);
        } catch (OrtException e) {
            close(session);
            throw new Problem(e, "model.notOnnx", file);
        } catch (Problem e) {
            close(session);
            throw e;
        }
    }

    /// Of the live session; to be closed when it is open.
    static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        // Spinning threads take the cores that capture and decoding need, and make a busy machine
        // slower.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        // As many run at once as share the cores: the fewer threads a run has, the less they wait
        // for each other.
        int cores = Runtime.getRuntime().availableProcessors();
        options.setIntraOpNumThreads(Math.max(1, cores / PoseEstimator.AT_ONCE));
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        return options;
    }

    private static ModelInfo describe(
            OrtSession session, String name, Path file, ModelProfile profile)
            throws OrtException, Problem {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        NodeInfo input = inputs.values().iterator().next();
        NodeInfo output = outputs.values().iterator().next();
        long[] in = shape(input);
        long[] out = shape(output);
        boolean fits = inputs.size() == 1 && in.length == 4 && out.length == 4;
        fits = fits && in[0] <= 1 && in[1] == 3 && in[2] > 0 && in[3] > 0;
        fits =
                fits
                        && out[0] <= 1
                        && out[1] > 0
                        && out[2] > 1
                        && out[3] > 1
                        && out[2] <= in[2]
                        && out[3] <= in[3];
        if (!fits)
            throw new Problem("model.notPose", file, Arrays.toString(in), Arrays.toString(out));
        if (!profile.complete()) throw new Problem("model.unknownInput", file);
        String decoder = profile.get("decoder");
        return new ModelInfo(
                name,
                input.getName(),
                output.getName(),
                (int) in[3],
                (int) in[2],
                (int) out[3],
                (int) out[2],
                profile.triple("mean", file),
                profile.triple("std", file),
                !"BGR".equalsIgnoreCase(profile.get("channel_order")),
                Skeletons.of(profile.values(), (int) out[1]),
                Decoder.of(decoder == null ? "quarter" : decoder));
    }

    private static long[] shape(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo info && info.type == OnnxJavaType.FLOAT
                ? info.getShape()
                : new long[0];
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
