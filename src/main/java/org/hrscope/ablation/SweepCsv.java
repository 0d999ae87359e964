package org.hrscope.ablation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hrscope.domain.Problem;
import org.hrscope.file.CsvCell;
import org.hrscope.file.WholeFile;

/// Writes a [SweepTable] as CSV, one row per path and joint; missing values are empty. Any thread.
///
/// @param joints their names
/// @param frames how many were swept
public record SweepCsv(List<String> joints, int frames) {
    private static final String HEAD =
            "path,joint,moved_px,moved_cells,peak_before,peak_after,lost,frames\n";

    public SweepCsv {
        joints = List.copyOf(joints);
    }

    /// @throws Problem `file.unwritable`
    public void write(Path file, List<SweepTable.Row> rows) throws Problem {
        StringBuilder text = new StringBuilder(HEAD);
        for (SweepTable.Row row : rows) text.append(line(row));
        WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String line(SweepTable.Row row) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%.5f,%.5f,%d,%d\n",
                CsvCell.of(row.gate()),
                CsvCell.of(joints.get(row.joint())),
                number(row.pixels(), "%.3f"),
                number(row.cells(), "%.4f"),
                row.before(),
                row.after(),
                row.lost(),
                frames);
    }

    private static String number(double value, String format) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
