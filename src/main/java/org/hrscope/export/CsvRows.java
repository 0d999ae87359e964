package org.hrscope.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Raw rows of one of our CSV files, with their line feeds; a quoted cell may span several lines. A copy may have got
/// the line ends of RFC 4180 on its way, a carriage return before each feed: they are taken off again.
final class CsvRows implements InOrder.Rows<String> {
    private final Path file;
    private final BufferedReader in;
    private int columns;

    CsvRows(Path file) throws IOException {
        this.file = file;
        in = Files.newBufferedReader(file);
    }

    @Override
    public @Nullable String next() throws IOException, Problem {
        StringBuilder row = new StringBuilder();
        boolean quoted = false;
        int cells = 1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            row.append((char) next);
            if (next == '"') quoted = !quoted;
            if (quoted) continue;
            if (next == ',') cells++;
            if (next != '\n') continue;
            int end = row.length() - 1;
            if (end > 0 && row.charAt(end - 1) == '\r') row.deleteCharAt(end - 1);
            if (columns == 0) columns = cells;
            if (cells != columns) throw new Problem("merge.damaged", file);
            return row.toString();
        }
        if (row.isEmpty()) return null;
        // Even the last row ends in a line feed.
        throw new Problem("merge.damaged", file);
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
