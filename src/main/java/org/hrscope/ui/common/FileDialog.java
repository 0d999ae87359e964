package org.hrscope.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's dialog for one file; empty where the user goes back. FX thread.
public final class FileDialog {
    private final FileChooser chooser = new FileChooser();
    private final List<SaveName.Kind> kinds = new ArrayList<>();
    private final @Nullable Window owner;

    public FileDialog(@Nullable Window owner, String title) {
        this.owner = owner;
        chooser.setTitle(title);
    }

    /// @param patterns such as `*.onnx`
    public FileDialog kind(String name, String... patterns) {
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(name, patterns));
        kinds.add(new SaveName.Kind(name, patterns[0].substring(1)));
        return this;
    }

    public Optional<Path> open() {
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    /// @param name proposed, with its ending
    /// @return with the ending of one of the kinds; an existing file only if the user agreed to replace it
    public Optional<Path> save(String name) {
        chooser.setInitialFileName(name);
        return Optional.ofNullable(SaveName.chosen(kinds, this::ask));
    }

    private SaveName.@Nullable Answer ask(@Nullable Path proposed) {
        if (proposed != null) propose(proposed);
        File file = chooser.showSaveDialog(owner);
        if (file == null) return null;
        int kind = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
        return new SaveName.Answer(file.toPath(), kinds.get(Math.max(0, kind)));
    }

    private void propose(Path file) {
        chooser.setInitialFileName(String.valueOf(file.getFileName()));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) chooser.setInitialDirectory(folder.toFile());
    }
}
