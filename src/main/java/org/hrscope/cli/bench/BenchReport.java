package org.hrscope.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.hrscope.pipeline.RollingTimes;
import org.jspecify.annotations.Nullable;

/// Results of `bench`; on shared machines only ratios within one run are meaningful.
///
/// @param plan                    that the pipeline ran by
/// @param bareFramesPerSecond     `OrtSession.run` alone, repeated on one input, on all cores
/// @param pairFramesPerSecond     two such sessions side by side, each with half of the cores
/// @param pipelineFramesPerSecond source, crop, network and decoding, with read-ahead and as many frames in flight as
///     the plan has lanes
/// @param pipelineToBetter        over the better of the two
/// @param preparedToBare          as `pipelineToBare`, with pre-rendered frames
/// @param preparedToBetter        as `pipelineToBetter`, with pre-rendered frames
public record BenchReport(
        String model,
        int processors,
        TuneReport.Plan plan,
        double seconds,
        double bareFramesPerSecond,
        double pairFramesPerSecond,
        double pipelineFramesPerSecond,
        double pipelineToBare,
        double pipelineToBetter,
        double preparedToBare,
        double preparedToBetter,
        List<Step> steps,
        @Nullable Following following) {

    /// The pipeline's rate over that of one bare session, and of whichever bare way is faster.
    public record Ratios(double toBare, double toBetter) {}

    /// Milliseconds per step; `draw` is FX thread time per frame.
    public record Step(String name, double medianMillis, double p95Millis) {
        public static Step of(String name, RollingTimes times) {
            return new Step(name, times.medianMillis(), times.p95Millis());
        }
    }

    /// The pipeline while a node's maps are shown, as in the inspector.
    ///
    /// @param looksPerSecond how often the maps were updated
    public record Following(
            String node,
            double closedFramesPerSecond,
            double openFramesPerSecond,
            double openToClosed,
            double looksPerSecond) {}

    public void print(PrintWriter out) {
        out.printf("%s on %d cores, %.0f s, alternating%n%n", model, processors, seconds);
        out.printf("%-8s %12s %12s%n", "step", "median ms", "p95 ms");
        for (Step step : steps) {
            out.printf("%-8s %12.2f %12.2f%n", step.name, step.medianMillis, step.p95Millis);
        }
        out.printf(
                "(%d frames in flight, threads each: %d%s; each step takes longer than it would"
                        + " alone)%n%n"
                        + "frames per second: pipeline %.1f, one bare session %.1f, two side by"
                        + " side %.1f%n%n",
                plan.lanes(),
                plan.threads(),
                plan.file().equals("own") ? "" : ", " + plan.file(),
                pipelineFramesPerSecond,
                bareFramesPerSecond,
                pairFramesPerSecond);
        String line = "%-26s %18s %18s%n";
        out.printf(line, "ratio of the pipeline", "to the better", "to one session");
        out.printf(line, "frames rendered meanwhile", of(pipelineToBetter), of(pipelineToBare));
        out.printf(line, "pre-rendered frames", of(preparedToBetter), of(preparedToBare));
        if (following != null) {
            out.printf(
                    "%s open: %.1f frames per second, closed %.1f, ratio %.3f, maps updated %.1f"
                            + " times per second%n",
                    following.node,
                    following.openFramesPerSecond,
                    following.closedFramesPerSecond,
                    following.openToClosed,
                    following.looksPerSecond);
        }
    }

    private static String of(double ratio) {
        return String.format(Locale.ROOT, "%.3f", ratio);
    }
}
