package org.hrscope;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Files that developers keep beside their checkout; tests that need them are skipped elsewhere.
public final class Shared {
    private Shared() {}

    public static Path file(String name) {
        Path file = Path.of("..", "shared").resolve(name);
        assumeTrue(Files.exists(file), "needs " + file);
        return file;
    }
}
