package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// A pose network in ONNX Runtime. Any thread, each through a [NetworkPass] of its own.
public final class PoseModel implements AutoCloseable {
    private final ModelFile file;
    private final OrtSession session;
    private final ExecutionPlan plan;
    private volatile @Nullable String sha256;

    PoseModel(ModelFile file, OrtSession session, ExecutionPlan plan, @Nullable String sha256) {
        this.file = file;
        this.session = session;
        this.plan = plan;
        this.sha256 = sha256;
    }

    /// How it is to be run.
    public ExecutionPlan plan() {
        return plan;
    }

    public ModelInfo info() {
        return file.info();
    }

    /// The file it was opened from.
    public ModelFile file() {
        return file;
    }

    /// The SHA-256 of the file, lower-case hex. Reads the file unless that is known already.
    public String sha256() throws Problem {
        String known = sha256;
        if (known == null) {
            known = file.sha256();
            sha256 = known;
        }
        return known;
    }

    /// Buffers for one more parallel run; the caller closes it.
    ///
    /// @throws Problem `model.run` if out of memory
    public NetworkPass pass() throws Problem {
        try {
            return new NetworkPass(info(), session);
        } catch (OrtException e) {
            throw new Problem(e, "model.run", info().name(), OrtReason.of(e));
        }
    }

    /// Of a model opened with one.
    Path endProfile() throws Problem {
        try {
            return Path.of(session.endProfiling());
        } catch (OrtException e) {
            throw new Problem(e, "model.run", info().name(), OrtReason.of(e));
        }
    }

    @Override
    public void close() {
        Sessions.close(session);
    }
}
