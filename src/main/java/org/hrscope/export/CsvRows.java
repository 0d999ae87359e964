package org.hrscope.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Raw rows of one of our CSV files, with their line feeds; a quoted cell may span several lines.
final class CsvRows implements InOrder.Rows<String> {
    private final BufferedReader in;

    CsvRows(Path file) throws IOException {
        in = Files.newBufferedReader(file);
    }

    @Override
    public @Nullable String next() throws IOException {
        StringBuilder row = new StringBuilder();
        boolean quoted = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            row.append((char) next);
            if (next == '"') quoted = !quoted;
            if (next == '\n' && !quoted) return row.toString();
        }
        return row.isEmpty() ? null : row.append('\n').toString();
    }

    /// The file number in the first column; -1 if there is none.
    static int file(String row) {
        int comma = row.indexOf(',');
        return comma > 0 && comma < 10 && row.substring(0, comma).matches("\\d+")
                ? Integer.parseInt(row.substring(0, comma))
                : -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
