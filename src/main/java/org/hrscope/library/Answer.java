package org.hrscope.library;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.domain.Problem;

/// What a server answers to the request for a file, its body still to come.
///
/// @param url as it was asked for, for sentences
record Answer(String url, int status, HttpHeaders headers, ArrivingBody body) {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOTHING_LEFT = 416;
    private static final int MOST_DIGITS = 18;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/.*");

    /// Whether it says that nothing comes after what was asked for.
    boolean nothingLeft() {
        return status == NOTHING_LEFT;
    }

    /// Whether the body begins at this byte of the file, as was asked for. Some servers do not say; the hash will.
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
    /// @throws Problem where the body is neither the file nor its rest: `library.refused`, `library.odd`
    void check(long from) throws Problem {
        if (!whole() && !continuesAt(from)) throw new Problem("library.refused", url, status);
        String packed = headers.firstValue("Content-Encoding").orElse("identity").strip();
        if (!packed.equalsIgnoreCase("identity") && !packed.isEmpty()) {
            throw new Problem("library.odd", url, "Content-Encoding: " + packed);
        }
    }

    /// Of the body, -1 where it is not said.
    long length() {
        String said = headers.firstValue("Content-Length").orElse("").strip();
        if (!said.matches("\\d+")) return -1;
        // Room is left for what has come before.
        return said.length() > MOST_DIGITS ? Long.MAX_VALUE / 2 : Long.parseLong(said);
    }
}
