package org.hrscope.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;

/// What commands print on: numbers look the same in every country, as scripts expect them, and each line is flushed.
final class PlainWriter extends PrintWriter {
    PlainWriter(Writer to) {
        super(to, true);
    }

    @Override
    public PrintWriter format(String format, Object... values) {
        return super.format(Locale.ROOT, format, values);
    }

    /// A number in a cell of a table, which is empty where there is none (NaN).
    static String cell(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
