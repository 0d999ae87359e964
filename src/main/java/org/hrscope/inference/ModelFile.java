package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.file.FileWork;
import org.hrscope.file.Sha256;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxHead;
import org.hrscope.onnx.OnnxOutputs;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.OnnxRounder;
import org.hrscope.onnx.OnnxWeights;
import org.hrscope.onnx.WeightFiles;
import org.jspecify.annotations.Nullable;

/// The file of an opened network, for opening it again in another way.
///
/// @param path null for a bundled network, which is known by its name
public record ModelFile(@Nullable Path path, ModelInfo info) {
    /// The key of a quantised file's metadata that holds the bits of its weights.
    public static final String WEIGHT_BITS = "quantised_weight_bits";

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

    /// Reads from the whole file, which is in memory for the call only.
    public interface Reading<T> {
        T of(ByteBuffer model) throws Problem;
    }

    public <T> T read(Reading<T> reading) throws Problem {
        if (path == null) return reading.of(ByteBuffer.wrap(bundledBytes()));
        try (Arena whileReading = Arena.ofConfined()) {
            return reading.of(Sessions.read(path, whileReading));
        }
    }

    /// Opens the network with ONNX Runtime's default options, on all cores: the baseline for benchmarks.
    public PoseModel plain() throws Problem {
        return plain(0);
    }

    /// The same on some cores.
    ///
    /// @param threads 0 for all
    public PoseModel plain(int threads) throws Problem {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (threads > 0) options.setIntraOpNumThreads(threads);
            return open(path, options, ExecutionPlan.standard());
        } catch (OrtException e) {
            throw OrtReason.notRun(e, this);
        }
    }

    /// Opens the network once more, to be run like this; the int8 file of the plan counts as this network.
    ///
    /// @throws Problem `provider.failed` if a provider other than the CPU cannot run it, `model.not-run`
    public PoseModel open(ExecutionPlan plan) throws Problem {
        return open(plan, null);
    }

    /// @param profile where ONNX Runtime writes down what it does, a name without its ending; null for nowhere
    PoseModel open(ExecutionPlan plan, @Nullable Path profile) throws Problem {
        Path quantised = plan.quantised();
        try (OrtSession.SessionOptions options = Sessions.options(plan)) {
            if (profile != null) options.enableProfiling(profile.toString());
            return open(quantised == null ? path : quantised, options, plan);
        } catch (OrtException e) {
            throw Sessions.refused(e, plan, quantised == null ? this : quantised);
        }
    }

    private PoseModel open(
            @Nullable Path file, OrtSession.SessionOptions options, ExecutionPlan plan)
            throws Problem, OrtException {
        try (Arena whileOpening = Arena.ofConfined()) {
            ByteBuffer bytes =
                    file == null
                            ? ByteBuffer.wrap(bundledBytes())
                            : Sessions.read(file, whileOpening);
            return new PoseModel(this, Sessions.open(file, bytes, options), plan, null);
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
    public byte[] extended(OnnxHead head, OnnxHead.Addition added, Map<String, String> metadata)
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
        return FileWork.reading(
                this, () -> path == null ? bundledBytes().length : Files.size(path));
    }

    /// The SHA-256 of the file, lower-case hex.
    public String sha256() throws Problem {
        if (path == null) return Sha256.of(ByteBuffer.wrap(bundledBytes()));
        return FileWork.reading(this, () -> Sha256.of(path));
    }

    /// See [WeightFiles#refuse].
    public void refuseWeightsApart() throws Problem {
        if (path != null) WeightFiles.refuse(path);
    }

    /// Whether weights are float16.
    public boolean half() throws Problem {
        return path != null && OnnxWeights.half(path);
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
