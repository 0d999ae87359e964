package org.hrscope.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which of the names there are a person may have meant.
public final class NearestNames {
    private static final int MOST = 5;

    /// Letters put in, taken out or changed by a slip.
    private static final int SLIPS = 2;

    /// Fewer letters do not tell what was begun.
    private static final int BEGINNING = 3;

    private NearestNames() {}

    /// A few names, the nearest first, separated by commas; `-` where there are none.
    public static String of(String wanted, Collection<String> names) {
        String nearest = nearest(wanted, names).limit(MOST).collect(Collectors.joining(", "));
        return nearest.isEmpty() ? "-" : nearest;
    }

    /// Those it is probably a slip of, or the beginning of, the nearest first.
    public static List<String> slips(String wanted, Collection<String> names) {
        return nearest(wanted, names).filter(name -> slip(wanted, name)).limit(MOST).toList();
    }

    private static boolean slip(String wanted, String name) {
        int letters = wanted.replace("-", "").length();
        if (letters < BEGINNING) return false;
        if (name.startsWith(wanted) || letters(name).equals(letters(wanted))) return true;
        return distance(wanted, name) <= (letters == BEGINNING ? 1 : SLIPS);
    }

    /// Its letters in order: the same for a word in which some changed places.
    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }

    private static Stream<String> nearest(String wanted, Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted(
                        Comparator.comparingInt((String name) -> distance(wanted, name))
                                .thenComparing(Comparator.naturalOrder()));
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
