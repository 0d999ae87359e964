package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxHead;
import org.hrscope.onnx.OnnxOutputs;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.OnnxRounder;
import org.hrscope.onnx.OnnxWeights;
import org.jspecify.annotations.Nullable;

/// The file of an opened network, for opening it again in another way.
///
/// @param path null for a bundled network, which is known by its name
public record ModelFile(@Nullable Path path, ModelInfo info) {
    static final String BUNDLED = "hrnet_w16_coco17_256x192";

    /// @param name of a bundled network
    static byte[] bundledBytes(String name) throws Problem {
        String file = name + ".onnx";
        try (InputStream in = ModelFile.class.getResourceAsStream("/models/" + file)) {
            if (in == null) throw new Problem("file.missing", file);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    private byte[] bundledBytes() throws Problem {
        return bundledBytes(info.name());
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

    /// The model for a session, in memory of `arena`.
    ByteBuffer with(OnnxOutputs wanted, Arena arena) throws Problem {
        return path == null ? wanted.of(this, bundledBytes(), arena) : wanted.of(path, arena);
    }

    /// A copy of the file with more heatmaps.
    ///
    /// @param head     of the same file
    /// @param metadata see [OnnxHead#extended]
    public byte[] extended(
            OnnxHead head, List<OnnxHead.Channel> added, Map<String, String> metadata)
            throws Problem {
        return path == null
                ? head.extended(this, bundledBytes(), added, metadata)
                : head.extended(path, added, metadata);
    }

    /// A copy of the file that computes with whole numbers.
    ///
    /// @param metadata see [OnnxRounder#of]
    public byte[] rounded(OnnxRounder rounder, Map<String, String> metadata) throws Problem {
        return path == null
                ? rounder.of(this, bundledBytes(), metadata)
                : rounder.of(path, metadata);
    }

    /// How large the file is.
    public long bytes() throws Problem {
        try {
            return path == null ? bundledBytes().length : Files.size(path);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", path);
        }
    }

    /// The SHA-256 of the file, lower-case hex.
    public String sha256() throws Problem {
        try (Arena arena = Arena.ofConfined()) {
            ByteBuffer bytes =
                    path == null ? ByteBuffer.wrap(bundledBytes()) : Sessions.read(path, arena);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /// Stored float32 and float16 tensors; other types are left out.
    public Map<String, Tensor> weights(Predicate<String> names) throws Problem {
        return path == null
                ? OnnxWeights.read(this, bundledBytes(), names)
                : OnnxWeights.read(path, names);
    }

    /// For error sentences.
    @Override
    public String toString() {
        return path == null ? info.name() + ".onnx" : path.toString();
    }
}
