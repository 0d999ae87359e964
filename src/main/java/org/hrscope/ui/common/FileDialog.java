package org.hrscope.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's dialog for one file; empty where the user goes back. FX thread.
public final class FileDialog {
    private final FileChooser chooser = new FileChooser();
    private final @Nullable Window owner;

    public FileDialog(@Nullable Window owner, String title) {
        this.owner = owner;
        chooser.setTitle(title);
    }

    /// @param patterns such as `*.onnx`
    public FileDialog kind(String name, String... patterns) {
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(name, patterns));
        return this;
    }

    public Optional<Path> open() {
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    /// @param name proposed
    public Optional<Path> save(String name) {
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
