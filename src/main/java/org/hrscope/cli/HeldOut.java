package org.hrscope.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.teach.Example;
import org.hrscope.teach.HoldOut;
import org.hrscope.teach.LabelledPerson;

/// The tables of `teach --hold-out`: joint by joint, so that only one joint's equations are held at a time. One thread.
final class HeldOut {
    private final HoldOut apart;
    private final List<LabelledPerson> trained;
    private final List<LabelledPerson> untrained;
    private final Map<String, List<Double>> found = new LinkedHashMap<>();
    private final Map<String, List<Double>> foundUntrained = new LinkedHashMap<>();

    /// @param untrained empty where the network is no HRNet
    HeldOut(HoldOut apart, List<LabelledPerson> trained, List<LabelledPerson> untrained) {
        this.apart = apart;
        this.trained = trained;
        this.untrained = untrained;
    }

    void measure(String joint) {
        found.put(joint, apart.measure(trained, joint));
        if (untrained.isEmpty()) return;
        foundUntrained.put(joint, apart.measure(untrained, joint));
        LabelledPerson.examples(untrained, joint).forEach(Example::forget);
    }

    void print(PrintWriter out) {
        int kept = apart.apart();
        out.printf(
                "PCK@0.1 on %d %s kept apart, by people taught with, with trained and untrained features%n",
                kept, kept == 1 ? "person" : "people");
        out.printf("%8s %8s %10s%n", "people", "trained", "untrained");
        List<Integer> counts = apart.counts();
        for (int i = 0; i < counts.size(); i++) {
            out.printf("%8d %8s %10s%n", counts.get(i), mean(found, i), mean(foundUntrained, i));
        }
        out.printf("%-24s %s%n", "joint", "PCK@0.1 with all of them");
        found.forEach((joint, shares) ->
                out.printf("%-24s %s%n", joint, PlainWriter.cell("%.3f", shares.getLast())));
    }

    /// Over the joints that could be measured.
    private static String mean(Map<String, List<Double>> found, int count) {
        return PlainWriter.cell(
                "%.3f",
                found.values().stream()
                        .mapToDouble(shares -> shares.get(count))
                        .filter(share -> !Double.isNaN(share))
                        .average()
                        .orElse(Double.NaN));
    }
}
