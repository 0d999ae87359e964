package org.hrscope.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/// Which of the names there are a person may have meant.
public final class NearestNames {
    private static final int MOST = 5;

    private NearestNames() {}

    /// A few names, the nearest first, separated by commas; `-` where there are none.
    public static String of(String wanted, Collection<String> names) {
        String nearest =
                names.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparingInt((String name) -> distance(wanted, name))
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(MOST)
                        .collect(Collectors.joining(", "));
        return nearest.isEmpty() ? "-" : nearest;
    }

    /// Levenshtein's: how many letters must be put in, taken out or changed.
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
