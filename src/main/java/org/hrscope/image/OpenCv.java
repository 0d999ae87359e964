package org.hrscope.image;

/// Loads OpenCV's native library, once, before the first Mat of the process. Any thread.
public final class OpenCv {
    private OpenCv() {}

    /// Returns at once when it is loaded already.
    public static void load() {
        Loaded.now();
    }

    private static final class Loaded {
        static {
            nu.pattern.OpenCV.loadLocally();
        }

        static void now() {}
    }
}
