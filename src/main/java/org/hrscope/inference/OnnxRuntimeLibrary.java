package org.hrscope.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.natives.Machine;
import org.hrscope.natives.NativeLibraries;
import org.hrscope.natives.NativeLoad;

/// Initialises ONNX Runtime once, with its native libraries in our own folder: left alone, it copies 24 MB to the
/// temporary folder at every start, and a kill leaves them there. Any thread.
public final class OnnxRuntimeLibrary {
    /// Where ONNX Runtime looks before it unpacks; an installer sets its own folder.
    private static final String FOLDER = "onnxruntime.native.path";

    /// Of builds that a user puts in place of ours. ONNX Runtime looks for them beside itself.
    private static final List<String> PROVIDERS =
            List.of("onnxruntime_providers_shared", "onnxruntime_providers_cuda", "DirectML");

    private static final NativeLoad LOAD = new NativeLoad(OnnxRuntimeLibrary::start);

    private OnnxRuntimeLibrary() {}

    /// Call before ONNX Runtime is first used in the process. Returns at once if it is running.
    ///
    /// @throws Problem `natives.nowhere`, `natives.temporary`, `natives.broken`
    static void need() throws Problem {
        LOAD.need();
    }

    /// As in `1.28.0`.
    ///
    /// @throws Problem as above
    public static String version() throws Problem {
        need();
        return OrtEnvironment.getEnvironment().getVersion();
    }

    private static Path start() throws Problem {
        String shipped = System.getProperty(FOLDER);
        Path folder =
                shipped == null
                        ? new NativeLibraries("onnxruntime", resource(), names(), PROVIDERS).load()
                        : Path.of(shipped);
        if (shipped == null) System.setProperty(FOLDER, folder.toString());
        makeTemporaryFolder();
        try {
            // Warnings about a foreign file, often one for each of its weights, would drown the
            // sentence on stderr.
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        } catch (LinkageError | RuntimeException e) {
            Throwable first = e;
            while (first.getCause() != null) first = first.getCause();
            throw first instanceof FileSystemException file
                    ? new Problem(e, "natives.temporary", temporary(), reason(file))
                    : new Problem(e, "natives.broken", "ONNX Runtime", first);
        }
        deleteEmptyFolder();
        return folder;
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }

    /// ONNX Runtime creates a temporary folder even if it unpacks nothing, and deletes it only on a clean exit:
    /// each kill would leave one. Only ONNX Runtime knows which one is its own.
    private static void deleteEmptyFolder() {
        try {
            Field folder =
                    Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
            folder.setAccessible(true);
            if (folder.get(null) instanceof Path path) Files.deleteIfExists(path);
        } catch (ReflectiveOperationException | RuntimeException | IOException e) {
            // It is then deleted on exit.
        }
    }

    private static List<String> names() {
        // ONNX Runtime unpacks the last one itself if it is missing.
        return Machine.windows()
                ? List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared")
                : List.of("onnxruntime", "onnxruntime4j_jni");
    }

    /// See [#deleteEmptyFolder].
    private static void makeTemporaryFolder() {
        try {
            Files.createDirectories(Path.of(temporary()));
        } catch (IOException e) {
            // ONNX Runtime reports it.
        }
    }

    private static String temporary() {
        return System.getProperty("java.io.tmpdir", "");
    }

    /// Path of the libraries for this platform in the jar.
    private static String resource() {
        String system = Machine.system("linux", "osx", "win");
        return "/ai/onnxruntime/native/" + system + "-" + Machine.processor("x64", "aarch64") + "/";
    }
}
