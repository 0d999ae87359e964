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
import org.hrscope.pixels.OpenCv;
import org.jspecify.annotations.Nullable;

/// Opens and closes ONNX Runtime's sessions over models that lie in memory.
final class Sessions {
    /// Where weights lie that a file keeps outside; else ONNX Runtime looks into the folder the program was started in.
    private static final String WEIGHTS_FOLDER =
            "session.model_external_initializers_file_folder_path";

    private Sessions() {}

    /// The whole file, in memory of `arena`: a mapped one that is cut off meanwhile would end the process.
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

    /// @param file  the model's, null for the one that comes with the program
    /// @param model needed until this returns
    static OrtSession open(@Nullable Path file, ByteBuffer model, OrtSession.SessionOptions options)
            throws OrtException {
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null) options.addConfigEntry(WEIGHTS_FOLDER, folder.toString());
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        return model.isDirect()
                ? environment.createSession(model, options)
                : environment.createSession(model.array(), options);
    }

    /// A live session, ONNX Runtime started where it is not yet, and OpenCV, with which all its pictures are cut.
    ///
    /// @param file  as above; `name` is what sentences call it
    /// @throws Problem `natives.*`, `model.not-run`
    static OrtSession live(@Nullable Path file, ByteBuffer model, Object name) throws Problem {
        OnnxRuntimeLibrary.need();
        OpenCv.need();
        try (OrtSession.SessionOptions options = options()) {
            return open(file, model, options);
        } catch (OrtException e) {
            throw new Problem(e, "model.not-run", name, OrtReason.of(e));
        }
    }

    /// Of a live session; to be closed when it is open.
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
