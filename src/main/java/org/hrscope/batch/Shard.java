package org.hrscope.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.domain.Problem;

/// A part of a run: every n-th file, from the i-th on.
///
/// @param index from 0
public record Shard(int index, int of) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /// @param text `i/n`, counted from 1
    /// @throws Problem `estimate.shard`
    public static Shard parse(String text) throws Problem {
        Matcher parts = TEXT.matcher(text);
        if (parts.matches()) {
            Shard shard =
                    new Shard(
                            Integer.parseInt(parts.group(1)) - 1, Integer.parseInt(parts.group(2)));
            if (shard.index >= 0 && shard.index < shard.of) return shard;
        }
        throw new Problem("estimate.shard", text);
    }

    boolean has(int file) {
        return file % of == index;
    }
}
