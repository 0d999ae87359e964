package org.hrscope.cli.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hrscope.natives.Machine;
import org.jspecify.annotations.Nullable;

/// Measures this program's time from process start to window and to first pose. Alternates default and slowed-down
/// starts, so that a change in machine load affects both alike.
public final class StartupBench {
    /// Slowed down: no AOT cache, and network and native libraries opened before the window.
    private record Variant(String name, String options) {
        static final Variant AS_IT_IS = new Variant("default", "");
        static final Variant HINDERED =
                new Variant("no AOT, eager", " -XX:AOTMode=off -D" + StartProtocol.EAGER + "=true");
    }

    /// Milliseconds since process start.
    private record Times(double window, double pose) {}

    /// Medians in milliseconds.
    record Start(String name, double windowMillis, double poseMillis) {}

    /// @param windowRatio default relative to slowed down
    public record Report(int runs, List<Start> starts, double windowRatio, double poseRatio) {
        public void print(PrintWriter out) {
            out.printf(
                    "median of %d %s each, alternating%n%n", runs, runs == 1 ? "start" : "starts");
            out.printf("%-16s %12s %16s%n", "start", "window ms", "first pose ms");
            for (Start start : starts) {
                out.printf(
                        "%-16s %12.0f %16.0f%n", start.name, start.windowMillis, start.poseMillis);
            }
            out.printf("%-16s %12.2f %16.2f%n", "ratio", windowRatio, poseRatio);
        }
    }

    private final List<Times> free = new ArrayList<>();
    private final List<Times> hindered = new ArrayList<>();

    public Report run(int runs) throws InterruptedException {
        once(Variant.AS_IT_IS); // warms the file cache
        for (int i = 0; i < runs; i++) {
            free.add(once(Variant.AS_IT_IS));
            hindered.add(once(Variant.HINDERED));
        }
        Start fast = start(Variant.AS_IT_IS, free);
        Start slow = start(Variant.HINDERED, hindered);
        return new Report(
                runs,
                List.of(fast, slow),
                fast.windowMillis / slow.windowMillis,
                fast.poseMillis / slow.poseMillis);
    }

    private static Start start(Variant variant, List<Times> times) {
        return new Start(
                variant.name,
                median(times.stream().mapToDouble(Times::window).toArray()),
                median(times.stream().mapToDouble(Times::pose).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static Times once(Variant variant) throws InterruptedException {
        List<String> command = new ArrayList<>(thisProgram());
        command.add("demo");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .merge(
                        "JAVA_TOOL_OPTIONS",
                        "-D" + StartProtocol.SECONDS + "=0" + screen() + variant.options,
                        (given, ours) -> given + " " + ours);
        // It would make jpackage's launcher believe it is its own child process.
        builder.environment().remove("_JPACKAGE_LAUNCHER");
        List<String> said = new ArrayList<>();
        double window = 0;
        long begin = System.nanoTime();
        try {
            Process process = builder.start();
            try (BufferedReader out = process.inputReader()) {
                for (String line = line(out, process); line != null; line = line(out, process)) {
                    double now = (System.nanoTime() - begin) / 1e6;
                    if (line.equals(StartProtocol.WINDOW)) window = now;
                    if (line.equals(StartProtocol.POSE)) {
                        process.waitFor();
                        return new Times(window, now);
                    }
                    said.add(line);
                }
                process.waitFor();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
        throw new IllegalStateException(command + " did not come up: " + said);
    }

    /// The next line; null at the end. Polls, so that it can be interrupted.
    private static @Nullable String line(BufferedReader out, Process process)
            throws IOException, InterruptedException {
        while (!out.ready() && process.isAlive()) Thread.sleep(1);
        return out.readLine();
    }

    /// The current display, or JavaFX's headless platform.
    private static String screen() {
        boolean linux = Machine.linux();
        boolean none = linux && System.getenv("DISPLAY") == null;
        return none ? " -Dglass.platform=Headless -Dprism.order=sw" : "";
    }

    /// The installed program's launcher, or this process's command line.
    private static List<String> thisProgram() {
        @Nullable String launcher = System.getProperty("jpackage.app-path");
        if (launcher != null) return List.of(launcher);
        List<String> command = new ArrayList<>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.hrscope.Main"));
        return command;
    }
}
