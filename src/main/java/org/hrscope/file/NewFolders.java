package org.hrscope.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Folders created for a file, removed again if the file is never completed. One thread.
final class NewFolders implements AutoCloseable {
    /// Innermost first.
    private final List<Path> made = new ArrayList<>();

    private NewFolders() {}

    static NewFolders make(Path folder) throws IOException {
        NewFolders folders = new NewFolders();
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
            folders.made.add(at);
        }
        try {
            Files.createDirectories(folder);
            return folders;
        } catch (IOException e) {
            folders.close();
            throw e;
        }
    }

    void keep() {
        made.clear();
    }

    @Override
    public void close() {
        try {
            for (Path folder : made) Files.deleteIfExists(folder);
        } catch (IOException inUse) {
            // someone else has put something there meanwhile
        }
    }
}
