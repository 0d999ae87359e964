package org.hrscope.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hrscope.model.Problem;
import org.hrscope.natives.Loading;
import org.hrscope.natives.NativeLibraries;
import org.opencv.core.Core;

/// Loads OpenCV's native library, once, before the first Mat of the process. Any thread.
public final class OpenCv {
    private OpenCv() {}

    /// For where a failure can be told: sources and networks ask here before they are opened. Returns at once when it
    /// is loaded already; what failed once, fails again.
    ///
    /// @return the folder it was loaded from
    /// @throws Problem `natives.nowhere`
    public static Path need() throws Problem {
        return Once.LOADING.folder();
    }

    /// For whoever comes after [#need()].
    public static void load() {
        try {
            need();
        } catch (Problem problem) {
            throw new IllegalStateException(problem.getMessage(), problem);
        }
    }

    private static final class Once {
        static final Loading LOADING =
                Loading.of(
                        new NativeLibraries("opencv", resource(), List.of(Core.NATIVE_LIBRARY_NAME))
                                ::load);
    }

    /// Where openpnp's jar keeps the library for this machine.
    private static String resource() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "osx" : os.startsWith("windows") ? "windows" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "ARMv8" : "x86_64";
        return "/nu/pattern/opencv/%s/%s/".formatted(system, processor);
    }
}
