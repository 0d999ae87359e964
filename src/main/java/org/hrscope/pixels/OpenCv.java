package org.hrscope.pixels;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.natives.Machine;
import org.hrscope.natives.NativeLibraries;
import org.hrscope.natives.NativeLoad;
import org.opencv.core.Core;

/// Loads OpenCV's native library once, before the process creates its first Mat. Any thread.
public final class OpenCv {
    private static final NativeLoad LOAD =
            new NativeLoad(
                    new NativeLibraries("opencv", resource(), List.of(Core.NATIVE_LIBRARY_NAME))
                            ::load);

    private OpenCv() {}

    /// Call where failure can be reported: sources and networks do so before they open. Returns at once if already
    /// loaded.
    ///
    /// @return the folder it was loaded from
    /// @throws Problem `natives.nowhere`
    public static Path need() throws Problem {
        return LOAD.need();
    }

    /// For callers that run after [#need()].
    public static void load() {
        LOAD.await();
    }

    /// Path of the library for this platform in openpnp's jar.
    private static String resource() {
        String system = Machine.system("linux", "osx", "windows");
        return "/nu/pattern/opencv/" + system + "/" + Machine.processor("x86_64", "ARMv8") + "/";
    }
}
