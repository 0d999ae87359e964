package org.hrscope.inference;

import ai.onnxruntime.OrtEnvironment;
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

/// Starts ONNX Runtime, once, with its native libraries from our own folder: left alone it copies 24 MB into the
/// temporary folder at every start, and a kill leaves them there. Any thread.
final class OnnxRuntimeLibrary {
    /// Where ONNX Runtime looks before it copies; an installer names its own folder.
    private static final String FOLDER = "onnxruntime.native.path";

    private static final NativeLoad LOAD = new NativeLoad(OnnxRuntimeLibrary::start);

    private OnnxRuntimeLibrary() {}

    /// Before the first use of ONNX Runtime in a process. Returns at once when it runs already.
    ///
    /// @throws Problem `natives.nowhere`, `natives.temporary`, `natives.broken`
    static void need() throws Problem {
        LOAD.need();
    }

    private static Path start() throws Problem {
        String shipped = System.getProperty(FOLDER);
        Path folder =
                shipped == null
                        ? new NativeLibraries("onnxruntime", resource(), names()).load()
                        : Path.of(shipped);
        if (shipped == null) System.setProperty(FOLDER, folder.toString());
        makeTemporaryFolder();
        try {
            OrtEnvironment.getEnvironment();
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

    /// ONNX Runtime makes an empty folder in the temporary one, even if nothing is to be put there, and deletes it at the
    /// end of the process: a kill would leave one each time. Only it knows which one is its own.
    private static void deleteEmptyFolder() {
        try {
            Field folder =
                    Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
            folder.setAccessible(true);
            if (folder.get(null) instanceof Path path) Files.deleteIfExists(path);
        } catch (ReflectiveOperationException | RuntimeException | IOException e) {
            // At the end of the process then.
        }
    }

    private static List<String> names() {
        // ONNX Runtime unpacks the last one by itself where it does not find it.
        return Machine.windows()
                ? List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared")
                : List.of("onnxruntime", "onnxruntime4j_jni");
    }

    /// See [#deleteEmptyFolder].
    private static void makeTemporaryFolder() {
        try {
            Files.createDirectories(Path.of(temporary()));
        } catch (IOException e) {
            // It says so itself.
        }
    }

    private static String temporary() {
        return System.getProperty("java.io.tmpdir", "");
    }

    /// Where the jar keeps the libraries for this machine.
    private static String resource() {
        return "/ai/onnxruntime/native/%s-%s/"
                .formatted(
                        Machine.system("linux", "osx", "win"), Machine.processor("x64", "aarch64"));
    }
}
