import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The operating system and processor we build on and for, and their names in libraries and tools.
///
/// @param arm 64-bit ARM, else x86-64
record Platform(System system, boolean arm) {
    enum System {
        LINUX,
        MAC,
        WINDOWS
    }

    static Platform ofThisMachine() {
        String os = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
        System system = os.contains("mac") ? System.MAC : os.contains("win") ? System.WINDOWS : System.LINUX;
        return new Platform(system, java.lang.System.getProperty("os.arch").equals("aarch64"));
    }

    /// Folders of this platform's native libraries in the jars: OpenCV, ONNX Runtime, FFmpeg.
    List<String> folders() {
        String opencv = pick("linux", "osx", "windows") + (arm ? "/ARMv8/" : "/x86_64/");
        String onnx = pick("linux", "osx", "win") + (arm ? "-aarch64/" : "-x64/");
        String ffmpeg = pick("linux", "macosx", "windows") + (arm ? "-arm64/" : "-x86_64/");
        return List.of(
                "nu/pattern/opencv/" + opencv,
                "ai/onnxruntime/native/" + onnx,
                "org/bytedeco/javacpp/" + ffmpeg,
                "org/bytedeco/ffmpeg/" + ffmpeg);
    }

    String debian() {
        return arm ? "arm64" : "amd64";
    }

    String rpm() {
        return arm ? "aarch64" : "x86_64";
    }

    /// Where JavaFX looks for its libraries in a runtime image.
    Path libraries(Path runtime) {
        return runtime.resolve(pick("lib", "lib", "bin"));
    }

    /// The runtime inside an application image.
    Path runtime(Path image) {
        return image.resolve(pick("lib/runtime", "Contents/runtime/Contents/Home", "runtime"));
    }

    /// What jpackage's launcher calls `$APPDIR`.
    Path appFolder(Path image) {
        return image.resolve(pick("lib/app", "Contents/app", "app"));
    }

    /// The icon file for jpackage.
    Path icon(Path pictures, Path work) throws IOException {
        return switch (system) {
            case LINUX -> pictures.resolve("hrscope-512.png");
            case MAC -> Icons.icns(pictures, work.resolve("hrscope.icns"));
            case WINDOWS -> Icons.ico(pictures, work.resolve("hrscope.ico"));
        };
    }

    /// macOS does not accept versions starting with zero.
    String version(String version) {
        return system == System.MAC && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    private String pick(String linux, String mac, String windows) {
        return switch (system) {
            case LINUX -> linux;
            case MAC -> mac;
            case WINDOWS -> windows;
        };
    }
}
