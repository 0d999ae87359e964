package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxOutputs;
import org.hrscope.onnx.OnnxReader;
import org.jspecify.annotations.Nullable;

/// The file of an opened network, for opening it again in another way.
///
/// @param path null for the bundled network
public record ModelFile(@Nullable Path path, ModelInfo info) {
    static final String BUNDLED = "hrnet_w16_coco17_256x192";

    static byte[] bundledBytes() throws Problem {
        String name = BUNDLED + ".onnx";
        try (InputStream in = ModelFile.class.getResourceAsStream("/models/" + name)) {
            if (in == null) throw new Problem("file.missing", name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", name);
        }
    }

    /// The parsed file. Takes a while for a large one.
    public OnnxGraph graph() throws Problem {
        return path == null
                ? OnnxReader.read(this, ByteBuffer.wrap(bundledBytes()))
                : OnnxReader.read(path);
    }

    /// Opens the network with ONNX Runtime's default options: the baseline for benchmarks.
    public PoseModel plain() throws Problem {
        try (Arena whileOpening = Arena.ofConfined();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            ByteBuffer bytes =
                    path == null
                            ? ByteBuffer.wrap(bundledBytes())
                            : Sessions.read(path, whileOpening);
            return new PoseModel(this, Sessions.open(path, bytes, options));
        } catch (OrtException e) {
            throw new Problem(e, "model.not-run", this, OrtReason.of(e));
        }
    }

    /// The model with these values as outputs, in memory of `arena`.
    ByteBuffer exposing(OnnxGraph graph, Collection<String> values, Arena arena) throws Problem {
        return path == null
                ? OnnxOutputs.expose(this, bundledBytes(), graph, values, arena)
                : OnnxOutputs.expose(path, graph, values, arena);
    }

    /// For error sentences.
    @Override
    public String toString() {
        return path == null ? BUNDLED + ".onnx" : path.toString();
    }
}
