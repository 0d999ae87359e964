package org.hrscope.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.Hammer;
import org.hrscope.capture.picture.StoredFiles;
import org.hrscope.domain.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged images of every format.
class PictureFuzz {
    @TempDir private Path folder;

    @Test
    void files() throws IOException {
        List<byte[]> seeds = StoredFiles.ofEveryFormat();
        Path file = folder.resolve("fuzz");
        PictureReader reader = new PictureReader(new FramePool());
        Frame.Origin origin = new Frame.Origin("fuzz", 0, 0);
        Hammer.run(
                "picture",
                seeds,
                180_000,
                bytes -> reader.read(Files.write(file, bytes), origin).close());
    }
}
