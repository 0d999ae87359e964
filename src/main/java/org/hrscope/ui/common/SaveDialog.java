package org.hrscope.ui.common;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's dialog for a file to write; every save of the window goes through it. Some systems leave the ending of the
/// name to us, and then ask about replacing a file of the name without it only. So where the whole name exists already, the
/// dialog is shown once more with that name, and asks. FX thread.
public final class SaveDialog {
    /// One kind of file that can be chosen.
    ///
    /// @param name   as the dialog shows it
    /// @param ending with its dot, in small letters
    public record Kind(String name, String ending) {}

    /// Shows the dialog and waits for it.
    @FunctionalInterface
    interface Asking {
        /// @param proposed a whole name; null for the first one
        @Nullable Answer show(@Nullable Path proposed);
    }

    /// @param kind chosen in the dialog
    record Answer(Path file, Kind kind) {}

    private SaveDialog() {}

    /// Blocks until one is chosen.
    ///
    /// @param name  proposed, with its ending
    /// @param kinds at least one, the first one proposed
    /// @return with an ending of one of the kinds; null where none was chosen
    public static @Nullable Path ask(
            @Nullable Window owner, String title, String name, List<Kind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        for (Kind kind : kinds) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(kind.name, "*" + kind.ending));
        }
        return chosen(
                kinds,
                proposed -> {
                    if (proposed != null) propose(chooser, proposed);
                    File file = chooser.showSaveDialog(owner);
                    if (file == null) return null;
                    int index =
                            chooser.getExtensionFilters()
                                    .indexOf(chooser.getSelectedExtensionFilter());
                    return new Answer(file.toPath(), kinds.get(Math.max(0, index)));
                });
    }

    private static void propose(FileChooser chooser, Path file) {
        chooser.setInitialFileName(String.valueOf(file.getFileName()));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) chooser.setInitialDirectory(folder.toFile());
    }

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
