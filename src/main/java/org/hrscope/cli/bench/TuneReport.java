package org.hrscope.cli.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.tuning.Measured;
import org.hrscope.tuning.ThisMachine;
import org.hrscope.tuning.Tuning;
import org.jspecify.annotations.Nullable;

/// Results of `bench --tune`: every plan that was tried, and the one that is used from now on.
///
/// @param seconds    that measuring and opening took
/// @param remembered false if the machine was too busy to tell
public record TuneReport(
        String model,
        ThisMachine machine,
        double seconds,
        boolean remembered,
        Plan chosen,
        List<Tried> tried) {

    /// A plan in a table.
    ///
    /// @param file what runs: the network's own, or the int8 file's name
    public record Plan(int lanes, int threads, boolean spinning, String provider, String file) {
        public static Plan of(ExecutionPlan plan) {
            Path int8 = plan.quantised();
            String file = int8 == null ? "own" : String.valueOf(int8.getFileName());
            return new Plan(
                    plan.lanes(), plan.threads(), plan.spinning(), plan.provider().title(), file);
        }
    }

    /// @param ratio  estimates a second, over those of the standard plan measured in turns with it; null if it failed
    /// @param failed why it could not be run; null if it could
    record Tried(
            Plan plan,
            @Nullable Double ratio,
            double noise,
            int turns,
            String nodes,
            @Nullable String failed) {
        static Tried of(Measured each) {
            Problem failed = each.failed();
            return new Tried(
                    Plan.of(each.plan()),
                    failed == null ? each.ratio() : null,
                    each.noise(),
                    each.turns(),
                    each.remark(),
                    failed == null ? null : failed.message(Locale.ENGLISH));
        }
    }

    public static TuneReport of(String model, ThisMachine machine, double seconds, Tuning tuning) {
        List<Tried> tried = tuning.all().stream().map(Tried::of).toList();
        Plan chosen = Plan.of(tuning.chosen());
        return new TuneReport(model, machine, seconds, tuning.certain(), chosen, tried);
    }

    public void print(PrintWriter out) {
        out.printf(
                "%s on %d cores, %s, ONNX Runtime %s, %.1f s%n%n",
                model, machine.cores(), machine.processor(), machine.runtime(), seconds);
        out.printf(
                "%5s %7s %8s %-8s %-4s %7s %6s %5s%n",
                "lanes", "threads", "spinning", "provider", "file", "ratio", "noise", "turns");
        for (Tried each : tried) {
            Plan plan = each.plan;
            out.printf(
                    "%5d %7d %8s %-8s %-4s ",
                    plan.lanes,
                    plan.threads,
                    plan.spinning ? "yes" : "no",
                    plan.provider,
                    plan.file);
            if (each.ratio == null) out.println(each.failed);
            else if (each.turns == 0) out.printf("%7.3f%n", each.ratio);
            else {
                out.printf("%7.3f %6.3f %5d", each.ratio, each.noise, each.turns);
                out.println(each.nodes.isEmpty() ? "" : "  nodes: " + each.nodes);
            }
        }
        out.printf(
                "%n%s: %d x %d%s%s%n",
                remembered
                        ? "chosen and remembered"
                        : "not remembered, for the machine is too busy to tell; chosen",
                chosen.lanes,
                chosen.threads,
                chosen.spinning ? ", spinning" : "",
                chosen.file.equals("own") ? "" : ", " + chosen.file);
    }
}
