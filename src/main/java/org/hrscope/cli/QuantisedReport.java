package org.hrscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.hrscope.quantise.Loss;
import org.hrscope.quantise.Quantised;

/// What a quantisation costs: a few lines, and the same of each node and joint as tables.
record QuantisedReport(PrintWriter out, List<String> joints) {
    void tables(Quantised made) {
        out.printf("%-40s %8s%n", "node", "SQNR dB");
        made.noise()
                .forEach((node, decibels) ->
                        out.printf(
                                "%-40s %8.1f%s%n",
                                node, decibels, made.kept().contains(node) ? "  float" : ""));
        out.println();
        out.printf("%-16s %6s %8s %8s%n", "joint", "seen", "pixels", "score");
        for (int i = 0; i < joints.size(); i++) {
            Loss.Joint joint = made.loss().joints().get(i);
            out.printf(
                    "%-16s %6d %8.2f %+8.3f%n",
                    joints.get(i), joint.seen(), joint.pixels(), joint.score());
        }
        out.println();
        out.printf("stay float: %s%n", String.join(", ", made.kept()));
        if (!made.constant().isEmpty()) {
            out.printf("never changed: %s%n", String.join(", ", made.constant()));
        }
    }

    /// @param demo whether the crops are the demo figure's
    void summary(Quantised made, boolean demo) {
        out.printf(
                "mean: %.2f pixels, %.3f in score, on %d crops%s; range: %s%n",
                made.loss().pixels(),
                made.loss().score(),
                made.samples(),
                demo ? " of the demo figure" : "",
                made.range().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        out.printf(
                "%d of %d nodes stay float%n",
                made.noise().keySet().stream().filter(made.kept()::contains).count(),
                made.noise().size());
        out.printf(
                "size: %.1f MB, before %.1f MB%n", made.bytes().length / 1e6, made.before() / 1e6);
        out.printf(
                "processor time of a run: %.1f ms, before %.1f ms (%.2f)%n",
                made.speed().whole() * 1e3, made.speed().exact() * 1e3, made.speed().ratio());
    }
}
