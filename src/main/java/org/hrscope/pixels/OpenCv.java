package org.hrscope.pixels;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.natives.Machine;
import org.hrscope.natives.NativeLibraries;
import org.hrscope.natives.NativeLoad;
import org.opencv.core.Core;

/// Loads OpenCV's native library, once, before the first Mat of the process. Any thread.
public final class OpenCv {
    private static final NativeLoad LOAD =
            new NativeLoad(
                    new NativeLibraries("opencv", resource(), List.of(Core.NATIVE_LIBRARY_NAME))
                            ::load);

    private OpenCv() {}

    /// For where a failure can be told: sources and networks ask here before they are opened. Returns at once when it
    /// is loaded already.
    ///
    /// @return the folder it was loaded from
    /// @throws Problem `natives.nowhere`
    public static Path need() throws Problem {
        return LOAD.need();
    }

    /// For whoever comes after [#need()].
    public static void load() {
        LOAD.await();
    }

    /// Where openpnp's jar keeps the library for this machine.
    private static String resource() {
        return "/nu/pattern/opencv/%s/%s/"
                .formatted(
                        Machine.system("linux", "osx", "windows"),
                        Machine.processor("x86_64", "ARMv8"));
    }
}
