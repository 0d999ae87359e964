package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.hrscope.image.OpenCv;
import org.hrscope.model.Problem;
import org.hrscope.model.Shape;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.jspecify.annotations.Nullable;

/// Opens a heatmap network: one input [1, 3, H, W], one output [1, K, h, w], of floats or halves. Any thread.
public final class ModelOpener {
    private final ModelProfile fallback;

    /// @param fallback what a model expects where neither its metadata nor a file beside it says so; a size in it is the
    ///                 one to open the model with
    public ModelOpener(ModelProfile fallback) {
        this.fallback = fallback;
    }

    /// The network that comes with the program.
    public PoseModel bundled() throws Problem {
        ByteBuffer bytes = ByteBuffer.wrap(ModelFile.bundledBytes());
        return open(bytes, ModelFile.BUNDLED, null, null);
    }

    /// @throws Problem `file.missing`, `onnx.*`, `model.*`
    public PoseModel open(Path file) throws Problem {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.onnx$", "");
        ModelProfile own = new ModelProfile(read(file).metadata());
        try (Arena whileOpening = Arena.ofConfined()) {
            ByteBuffer bytes = Sessions.read(file, whileOpening);
            return open(bytes, name, file, own.orElse(ModelProfile.beside(file)));
        }
    }

    /// Files are seen through before ONNX Runtime gets them.
    static OnnxGraph read(Path file) throws Problem {
        try {
            return OnnxReader.read(file);
        } catch (Problem e) {
            if (e.key().equals("onnx.not-one")) throw new Problem(e, "model.notOnnx", file);
            throw e;
        }
    }

    /// @param path null for the bundled one
    /// @param own  null where the session's metadata can be trusted
    private PoseModel open(
            ByteBuffer bytes, String name, @Nullable Path path, @Nullable ModelProfile own)
            throws Problem {
        Path file = path == null ? Path.of(name + ".onnx") : path;
        OnnxRuntimeLibrary.need();
        OpenCv.need(); // crops for it are cut with that
        OrtSession session;
        try (OrtSession.SessionOptions options = options()) {
            session = Sessions.open(path, bytes, options);
        } catch (OrtException e) {
            throw new Problem(e, "model.not-run", file, OrtReason.of(e));
        }
        boolean opened = false;
        try {
            ModelProfile said =
                    own == null
                            ? new ModelProfile(session.getMetadata().getCustomMetadata())
                            : own.orElse(fallback);
            Optional<Shape> asked = path == null ? Optional.empty() : fallback.size();
            NetworkEnds ends = NetworkEnds.of(session, file, asked, said.size());
            PoseModel model =
                    new PoseModel(new ModelFile(path, said.describe(ends, name, file)), session);
            opened = true;
            return model;
        } catch (OrtException e) {
            throw new Problem(e, "model.not-run", file, OrtReason.of(e));
        } finally {
            if (!opened) Sessions.close(session);
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
}
