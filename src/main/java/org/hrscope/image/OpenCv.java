package org.hrscope.image;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.opencv.core.Core;

/// Loads OpenCV's native library, once, before the first Mat of the process. Any thread.
public final class OpenCv {
    private OpenCv() {}

    /// Returns at once when it is loaded already.
    public static void load() {
        Loaded.now();
    }

    private static final class Loaded {
        static {
            // What goes wrong is said in the program's own words, not on stderr.
            setUnlessSet("OPENCV_LOG_LEVEL", "SILENT");
            // A camera that hangs is given up after two seconds instead of ten.
            setUnlessSet("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2");
            NativeLibrary library = new NativeLibrary(Core.NATIVE_LIBRARY_NAME, resource());
            System.load(library.file().toString());
        }

        static void now() {}
    }

    /// OpenCV reads its settings from the environment, which Java cannot change but the system's own
    /// library can. That costs a tenth of a second: `./hrscope` spares it by setting them itself.
    private static void setUnlessSet(String name, String value) {
        if (System.getenv(name) != null) return;
        boolean windows = windows();
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            SymbolLookup system =
                    windows
                            ? SymbolLookup.libraryLookup("kernel32", arena)
                            : linker.defaultLookup();
            MemorySegment set = system.findOrThrow(windows ? "SetEnvironmentVariableA" : "setenv");
            FunctionDescriptor form =
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
            if (!windows) form = form.appendArgumentLayouts(ValueLayout.JAVA_INT);
            MethodHandle call = linker.downcallHandle(set, form);
            MemorySegment key = arena.allocateFrom(name);
            MemorySegment text = arena.allocateFrom(value);
            int ignored =
                    windows
                            ? (int) call.invokeExact(key, text)
                            : (int) call.invokeExact(key, text, 1);
        } catch (Throwable e) {
            // Only noise on stderr and some seconds of waiting are at stake.
            return;
        }
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
