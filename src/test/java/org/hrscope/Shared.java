package org.hrscope;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Files that developers have beside their checkout and a stranger has not: a test that needs one is skipped without it.
public final class Shared {
    private Shared() {}

    public static Path file(String name) {
        Path file = Path.of("..", "shared").resolve(name);
        assumeTrue(Files.exists(file), "needs " + file);
        return file;
    }
}
