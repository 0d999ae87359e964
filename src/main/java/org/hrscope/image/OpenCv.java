package org.hrscope.image;

import java.util.Locale;
import org.opencv.core.Core;

/// Loads OpenCV's native library, once, before the first Mat of the process. Any thread.
public final class OpenCv {
    private static final NativeLoad LOAD =
            new NativeLoad(() -> {
                NativeLibrary library = new NativeLibrary(Core.NATIVE_LIBRARY_NAME, resource());
                System.load(library.file().toString());
            });

    private OpenCv() {}

    /// Returns at once when it is loaded already.
    public static void load() {
        LOAD.await();
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /// Where openpnp's jar keeps the library for this machine.
    private static String resource() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "osx" : windows() ? "windows" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "ARMv8" : "x86_64";
        return "/nu/pattern/opencv/%s/%s/%s"
                .formatted(system, processor, System.mapLibraryName(Core.NATIVE_LIBRARY_NAME));
    }
}
