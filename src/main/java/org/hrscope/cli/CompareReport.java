package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.convert.Parity;
import org.hrscope.convert.ParityCheck;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzReader;
import org.jspecify.annotations.Nullable;

/// A model's values against a reference's, as a table, largest difference first.
final class CompareReport {
    private static final int SHOWN = 15;

    private final ParityCheck check = new ParityCheck();
    private final PrintWriter out;

    CompareReport(PrintWriter out) {
        this.out = out;
    }

    /// @param input     to run on; null for the reference's own
    /// @param only      names of the values to compare; empty for all
    /// @param tolerance allowed difference, as a share of the reference's largest absolute value
    /// @return whether every value is within it
    boolean print(
            Path model, Path reference, @Nullable Tensor input, List<String> only, double tolerance)
            throws Problem {
        Map<String, Tensor> expected = new LinkedHashMap<>(NpzReader.read(reference));
        for (String name : only) {
            if (!expected.containsKey(name)) {
                String held = String.join(", ", expected.keySet());
                throw new Problem("npz.no-array", reference, name, held);
            }
        }
        if (!only.isEmpty()) {
            expected.keySet()
                    .removeIf(name -> !name.equals(ParityCheck.INPUT) && !only.contains(name));
        }
        if (input != null) expected.put(ParityCheck.INPUT, input);
        List<Parity> values = new ArrayList<>(check.run(model, expected));
        values.sort(Comparator.comparingDouble(Parity::relative).reversed());
        // NaN is not within anything.
        long beyond = values.stream().filter(each -> !within(each, tolerance)).count();
        out.printf(
                "%d %s compared with %s, %d beyond the tolerance of %.3g; the largest differences:%n",
                values.size(),
                values.size() == 1 ? "value" : "values",
                reference,
                beyond,
                tolerance);
        out.printf("  %-40s %12s %12s %12s%n", "value", "relative", "difference", "maximum");
        for (Parity each : values.subList(0, Math.min(SHOWN, values.size()))) {
            out.printf(
                    "%s %-40s %12.3g %12.3g %12.4g%n",
                    within(each, tolerance) ? " " : "!",
                    each.name(),
                    each.relative(),
                    each.largestDifference(),
                    each.largestReference());
        }
        return beyond == 0;
    }

    private static boolean within(Parity value, double tolerance) {
        return value.relative() <= tolerance;
    }
}
