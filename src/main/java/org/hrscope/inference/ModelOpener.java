package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.jspecify.annotations.Nullable;

/// Opens heatmap networks: one input [1, 3, H, W], one output [1, K, h, w], float or float16. Any thread.
public final class ModelOpener {
    private final ModelProfile fallback;
    private final Plans plans;

    /// Runs networks by the standard plan.
    ///
    /// @param fallback the profile if neither the metadata nor a file beside the model has one; a size in it
    ///     overrides
    public ModelOpener(ModelProfile fallback) {
        this(fallback, Plans.STANDARD);
    }

    /// @param plans where one names a provider or an int8 file, the network is opened by the standard plan; such a plan
    ///     is for [ModelFile#open], which may fail where this must not
    public ModelOpener(ModelProfile fallback, Plans plans) {
        this.fallback = fallback;
        this.plans = plans;
    }

    /// The bundled network.
    public PoseModel bundled() throws Problem {
        ByteBuffer bytes = ByteBuffer.wrap(ModelFile.bundledBytes(ModelFile.BUNDLED));
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

    /// Validates the file before ONNX Runtime gets it.
    static OnnxGraph read(Path file) throws Problem {
        try {
            return OnnxReader.read(file);
        } catch (Problem e) {
            if (e.key().equals("onnx.not-one")) throw new Problem(e, "model.notOnnx", file);
            throw e;
        }
    }

    /// @param path null for the bundled network
    /// @param own  null if the session's metadata can be trusted
    private PoseModel open(
            ByteBuffer bytes, String name, @Nullable Path path, @Nullable ModelProfile own)
            throws Problem {
        Path file = path == null ? Path.of(name + ".onnx") : path;
        Plans.Choice choice = plans.of(bytes.asReadOnlyBuffer());
        ExecutionPlan plan = choice.plan().firstOf();
        OrtSession session = Sessions.live(path, bytes, file, plan);
        boolean opened = false;
        try {
            ModelProfile said =
                    own == null
                            ? new ModelProfile(session.getMetadata().getCustomMetadata())
                            : own.orElse(fallback);
            Optional<Shape> asked = path == null ? Optional.empty() : fallback.size();
            NetworkEnds ends = NetworkEnds.of(session, file, asked, said.size());
            PoseModel model =
                    new PoseModel(
                            new ModelFile(path, said.describe(ends, name, file)),
                            session,
                            plan,
                            choice.sha256());
            opened = true;
            return model;
        } catch (OrtException e) {
            throw new Problem(e, "model.not-run", file, OrtReason.of(e));
        } finally {
            if (!opened) Sessions.close(session);
        }
    }
}
