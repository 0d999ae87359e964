package org.hrscope.file;

import java.util.regex.Pattern;

/// A cell of a CSV file (RFC 4180): quoted if it contains a comma, a quote or a line break. Any thread.
public final class CsvCell {
    private static final Pattern AWKWARD = Pattern.compile("[,\"\r\n]");

    private CsvCell() {}

    public static String of(String text) {
        return AWKWARD.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
