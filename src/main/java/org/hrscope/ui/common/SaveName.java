package org.hrscope.ui.common;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The name a file is saved under. Some systems leave its ending to us, and ask about replacing only a file of the name
/// without it: where the whole name exists, the dialog is shown again with that name, and asks.
final class SaveName {
    /// One kind of file that can be chosen.
    ///
    /// @param name   as the dialog shows it
    /// @param ending with its dot, in small letters
    record Kind(String name, String ending) {}

    /// Shows the dialog and waits for it.
    @FunctionalInterface
    interface Asking {
        /// @param proposed a whole name; null for the first one
        @Nullable Answer show(@Nullable Path proposed);
    }

    /// @param kind chosen in the dialog
    record Answer(Path file, Kind kind) {}

    private SaveName() {}

    /// @param kinds at least one, the first one proposed
    /// @return with an ending of one of the kinds; null where none was chosen
    static @Nullable Path chosen(List<Kind> kinds, Asking asking) {
        Answer answer = asking.show(null);
        while (answer != null) {
            Path file = answer.file;
            Path whole = whole(answer, kinds);
            boolean asked = whole.equals(file);
            if (asked || !Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) return whole;
            answer = asking.show(whole);
        }
        return null;
    }

    private static Path whole(Answer answer, List<Kind> kinds) {
        String name = String.valueOf(answer.file.getFileName());
        String small = name.toLowerCase(Locale.ROOT);
        boolean ended = kinds.stream().anyMatch(kind -> small.endsWith(kind.ending));
        return ended ? answer.file : answer.file.resolveSibling(name + answer.kind.ending);
    }
}
