import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What jpackage cannot configure for a macOS application. Re-signed ad hoc afterwards: the system does not start a
/// program changed after signing.
final class MacApp {
    private MacApp() {}

    static void finish(Path app) throws IOException, InterruptedException {
        String plist = app.resolve("Contents/Info.plist").toString();
        Installer.run(
                List.of("plutil", "-replace", "NSCameraUsageDescription", "-string",
                        "HRScope shows what the pose network sees in the camera's pictures. They stay on this computer.",
                        plist));
        // OpenCV reads these only from the environment.
        Installer.run(
                List.of("plutil", "-replace", "LSEnvironment", "-json", "{\"OPENCV_LOG_LEVEL\":\"SILENT\"}", plist));
        Installer.run(List.of("codesign", "--force", "--deep", "--sign", "-", app.toString()));
    }
}
