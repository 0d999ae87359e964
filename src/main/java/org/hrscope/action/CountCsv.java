package org.hrscope.action;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;

/// Counted repetitions as CSV. Any thread.
public final class CountCsv {
    private static final String HEAD = "person,repetition,begin_s,end_s\n";

    private CountCsv() {}

    /// @param repetition of this person, from 1
    public record Row(int person, int repetition, Repetition when) {}

    /// @throws Problem `file.unwritable`
    public static void write(Path file, List<Row> rows) throws Problem {
        StringBuilder text = new StringBuilder(HEAD);
        for (Row row : rows) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%d,%.3f,%.3f\n",
                            row.person,
                            row.repetition,
                            row.when.begin(),
                            row.when.end()));
        }
        WholeFile.writeUndisturbed(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
