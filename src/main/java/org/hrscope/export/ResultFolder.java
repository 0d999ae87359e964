package org.hrscope.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.file.NamedInputs;

/// A folder with one file per image, made with the first. If it goes away later, the run must not make it anew: it
/// would end as if nothing had been lost. One thread.
final class ResultFolder {
    private final Path folder;
    private final NamedInputs inputs;
    private boolean used;

    /// @param inputs files never to be overwritten
    ResultFolder(Path folder, NamedInputs inputs) {
        this.folder = folder;
        this.inputs = inputs;
    }

    /// An earlier run wrote here.
    void resumed() {
        used = true;
    }

    List<Path> written() {
        return used ? List.of(folder) : List.of();
    }

    /// Where to write next.
    ///
    /// @throws Problem `file.folderGone`, `file.isInput`
    Path file(String name) throws Problem {
        if (used && !Files.isDirectory(folder)) throw new Problem("file.folderGone", folder);
        used = true;
        Path file = folder.resolve(name);
        inputs.refuse(file);
        return file;
    }
}
