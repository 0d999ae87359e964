package org.hrscope.library;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.domain.Problem;

/// A server's response to a file request, its body still arriving.
///
/// @param url as requested, for error sentences
record Answer(String url, int status, HttpHeaders headers, ArrivingBody body) {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOTHING_LEFT = 416;
    private static final int MOST_DIGITS = 18;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/.*");

    /// Whether the server says that the requested range is past the end.
    boolean nothingLeft() {
        return status == NOTHING_LEFT;
    }

    /// Whether the body starts at this byte, as requested. Some servers do not say; the hash will tell.
    boolean continuesAt(long from) {
        if (status != PARTIAL) return false;
        Optional<String> said = headers.firstValue("Content-Range");
        if (said.isEmpty())
            return from > 0
                    && !headers.firstValue("Content-Type").orElse("").startsWith("multipart/");
        Matcher range = RANGE.matcher(said.get().strip());
        return range.matches() && Long.parseLong(range.group(1)) == from;
    }

    /// Whether the body is the whole file.
    boolean whole() {
        return status == OK;
    }

    /// @param from the first byte wanted
    /// @throws Problem if the body is neither the file nor its rest: `library.refused`, `library.odd`
    void check(long from) throws Problem {
        if (!whole() && !continuesAt(from)) throw new Problem("library.refused", url, status);
        String packed = headers.firstValue("Content-Encoding").orElse("identity").strip();
        if (!packed.equalsIgnoreCase("identity") && !packed.isEmpty()) {
            throw new Problem("library.odd", url, "Content-Encoding: " + packed);
        }
    }

    /// Content length; -1 if not stated.
    long length() {
        String said = headers.firstValue("Content-Length").orElse("").strip();
        if (!said.matches("\\d+")) return -1;
        // Halved, so that adding the bytes already there cannot overflow.
        return said.length() > MOST_DIGITS ? Long.MAX_VALUE / 2 : Long.parseLong(said);
    }
}
