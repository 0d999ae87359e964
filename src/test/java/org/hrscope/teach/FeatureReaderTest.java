package org.hrscope.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.FreeSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureReaderTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    @TempDir Path folder;

    private static ModelFile opened(Path file) throws Problem {
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(file)) {
            return model.file();
        }
    }

    /// The coarser branches help to tell a joint.
    @Test
    void anHrNetOfAFreeInputSizeGivesAllItsBranches() throws Exception {
        ModelFile file = opened(FreeSizes.of(BUNDLED, folder.resolve("free.onnx")));
        try (FeatureReader fixed = FeatureReader.of(opened(BUNDLED));
                FeatureReader free = FeatureReader.of(file);
                FeatureReader untrained = FeatureReader.untrained(file).orElseThrow()) {
            assertThat(free.sources(FeatureSet.ALL))
                    .hasSize(4)
                    .isEqualTo(fixed.sources(FeatureSet.ALL));
            assertThat(untrained.sources(FeatureSet.ALL)).isEqualTo(fixed.sources(FeatureSet.ALL));
        }
    }
}
