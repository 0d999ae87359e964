package org.hrscope.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.Hammer;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged profiles, and applying them to a network.
class ProfileFuzz {
    private static final NetworkEnds ENDS =
            new NetworkEnds("image", 64, 48, "heatmaps", Shape.of(1, 17, 16, 12));

    @TempDir private Path folder;

    @Test
    void files() throws IOException {
        List<byte[]> seeds =
                List.of(
                        "mean = 0.485,0.456,0.406\nstd=0.229,0.224,0.225\nchannel_order: RGB\njoints=coco\n"
                                .getBytes(),
                        "# \\u00e9\nmean=0,0,0\nstd=1,1,1\nchannel_order=BGR\njoints=17\nheight=64\nwidth=48\n"
                                .getBytes(),
                        ("mean=0,\\\n 0,0\nstd=1,1,1\nchannel_order=BGR\ndecoder=dark\njoint_names="
                                        + "a,".repeat(16)
                                        + "b\nskeleton=0-1,1-2\n")
                                .getBytes());
        Path file = folder.resolve("fuzz.properties");
        Hammer.run("profile", seeds, 110_000, bytes -> read(Files.write(file, bytes)));
    }

    private static void read(Path file) throws Problem {
        ModelProfile profile = ModelProfile.named(file.toString());
        profile.size();
        profile.describe(ENDS, "fuzz", file);
    }
}
