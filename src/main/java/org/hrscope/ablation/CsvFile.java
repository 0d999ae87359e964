package org.hrscope.ablation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;

/// Writes a table as a whole file.
final class CsvFile {
    private CsvFile() {}

    /// @throws Problem `inspect.not-written`
    static void write(Path file, CharSequence text) throws Problem {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            WholeFile.write(file, bytes);
        } catch (IOException e) {
            throw new Problem(e, "inspect.not-written", file, e.getMessage());
        }
    }
}
