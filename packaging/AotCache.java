import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Trains the AOT cache of loaded and linked classes that makes the start fast, by a real start: the window on
/// JavaFX's headless platform, with the demo figure and the network running for a few seconds. The JVM only accepts
/// the cache with the class path and options it was trained with: those jpackage wrote for the launcher.
final class AotCache {
    private static final int SECONDS = 6;

    private AotCache() {}

    static void train(Path runtime, Path app, String name) throws IOException, InterruptedException {
        Path cache = app.resolve("hrscope.aot");
        Launch launch = Launch.of(app, name, app.toString());
        List<String> options = new ArrayList<>(launch.options());
        options.removeIf(option -> option.startsWith("-XX:AOTCache"));
        // Nothing of the builder's own settings and logs gets in.
        Path home = Files.createTempDirectory("hrscope-training");
        List<String> command = new ArrayList<>();
        command.add(runtime.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-XX:AOTCacheOutput=" + cache, "-Dglass.platform=Headless", "-Dprism.order=sw",
                        "-Duser.home=" + home, "-Dhrscope.start.report=" + SECONDS,
                        "-cp", launch.classPath(), Launch.MAIN, "demo"));
        ProcessBuilder training = new ProcessBuilder(command).redirectErrorStream(true);
        for (String variable : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
            training.environment().remove(variable);
        }
        try {
            Process process = training.start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0 || !Files.exists(cache)) {
                throw new IOException("The AOT cache could not be trained:\n" + said);
            }
        } finally {
            Installer.delete(home);
        }
    }
}
