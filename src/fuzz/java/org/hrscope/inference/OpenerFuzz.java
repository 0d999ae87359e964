package org.hrscope.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.Hammer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged ONNX files passed on to ONNX Runtime, if our reader accepts them.
class OpenerFuzz {
    @TempDir private Path folder;

    @Test
    void files() throws IOException {
        Path file = folder.resolve("fuzz.onnx");
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        Hammer.run(
                "opener",
                Models.small(),
                20_000,
                bytes -> {
                    Files.write(file, bytes);
                    opener.open(file).close();
                });
    }
}
