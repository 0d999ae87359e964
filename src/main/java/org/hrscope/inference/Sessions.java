package org.hrscope.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hrscope.domain.Problem;
import org.hrscope.natives.Processor;
import org.hrscope.onnx.OnnxMetadata;
import org.hrscope.pixels.OpenCv;
import org.jspecify.annotations.Nullable;

/// Opens and closes ONNX Runtime sessions on models in memory.
final class Sessions {
    /// The folder of external weights; by default ONNX Runtime uses the working directory.
    private static final String WEIGHTS_FOLDER =
            "session.model_external_initializers_file_folder_path";

    /// ONNX Runtime rounds the weights of a convolution that stays float between rounded values all the same, and with
    /// one scale for all channels (`weight_bias_quantization.cc`): depthwise ones are worthless then.
    private static final String WITHOUT = "optimization.disable_specified_optimizers";

    private static final String ROUNDING_FLOATS = "WeightBiasQuantization";

    /// x86 without VNNI adds two products at a time in 16 bits, which weights of eight bits overflow: the joints of a
    /// network that another machine has quantised would be wrong, and nobody told. With this, ONNX Runtime computes such
    /// layers otherwise, about as slowly as in float, and it does so on processors with VNNI as well, which need no such
    /// help. Where the weights have seven bits it changes nothing, but looking at them all doubles the time of opening.
    private static final String WITHOUT_OVERFLOW = "session.x64quantprecision";

    private Sessions() {}

    /// The whole file, in memory of `arena`: truncation of a mapped file would crash the process.
    static ByteBuffer read(Path file, Arena arena) throws Problem {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) throw new Problem("onnx.too-much", file);
            ByteBuffer model = arena.allocate(Math.max(1, channel.size())).asByteBuffer();
            model.limit((int) channel.size());
            while (model.hasRemaining() && channel.read(model) >= 0) {}
            return model.flip();
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    /// @param file  path of the model, null for the bundled one
    /// @param model needed until this returns
    static OrtSession open(@Nullable Path file, ByteBuffer model, OrtSession.SessionOptions options)
            throws OrtException {
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null) options.addConfigEntry(WEIGHTS_FOLDER, folder.toString());
        options.addConfigEntry(WITHOUT, ROUNDING_FLOATS);
        if (mayOverflow(Processor.here(), model)) {
            options.addConfigEntry(WITHOUT_OVERFLOW, "1");
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        return model.isDirect()
                ? environment.createSession(model, options)
                : environment.createSession(model.array(), options);
    }

    static boolean mayOverflow(Processor processor, ByteBuffer model) {
        return processor.weightBits() < 8 && !OnnxMetadata.says(model, ModelFile.WEIGHT_BITS, "7");
    }

    /// A live session; also loads ONNX Runtime, and OpenCV, which all image preparation needs.
    ///
    /// @param file  as above; `name` is for error sentences
    /// @throws Problem `natives.*`, `model.not-run`, `provider.failed`
    static OrtSession live(@Nullable Path file, ByteBuffer model, Object name, ExecutionPlan plan)
            throws Problem {
        OnnxRuntimeLibrary.need();
        OpenCv.need();
        try (OrtSession.SessionOptions options = options(plan)) {
            return open(file, model, options);
        } catch (OrtException e) {
            throw refused(e, plan, name);
        }
    }

    /// Says whether the network or the provider is to blame.
    static Problem refused(OrtException e, ExecutionPlan plan, Object name) {
        if (plan.provider() == ExecutionProvider.CPU) {
            return OrtReason.notRun(e, name);
        }
        return new Problem(e, "provider.failed", plan.provider().title(), name, OrtReason.of(e));
    }

    /// Options of a live session; close them once it is open.
    static OrtSession.SessionOptions options(ExecutionPlan plan) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        // Spinning threads take cores from capture and decoding, and slow down a busy machine.
        options.addConfigEntry("session.intra_op.allow_spinning", plan.spinning() ? "1" : "0");
        options.setIntraOpNumThreads(plan.intraOpThreads());
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        plan.provider().addTo(options);
        return options;
    }

    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    static OnnxJavaType inputType(OrtSession session, String name) throws OrtException {
        return type(session.getInputInfo().get(name));
    }

    static OnnxJavaType outputType(OrtSession session, String name) throws OrtException {
        return type(session.getOutputInfo().get(name));
    }

    private static OnnxJavaType type(@Nullable NodeInfo node) {
        return node != null && node.getInfo() instanceof TensorInfo i
                ? i.type
                : OnnxJavaType.UNKNOWN;
    }
}
