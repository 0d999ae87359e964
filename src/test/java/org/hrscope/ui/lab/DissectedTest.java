package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.FreeSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DissectedTest {
    @TempDir Path folder;

    @Test
    void anHrNetOfAFreeInputSizeIsTakenApartLikeAnyOther() throws Exception {
        Path file = Path.of("models/hrnet_w16_coco17_256x192.onnx");
        Path free = FreeSizes.of(file, folder.resolve("free.onnx"));
        Dissected fixed = Dissected.of(Bundled.file());
        Dissected same = Dissected.of(new ModelFile(free, Bundled.file().info()));
        assertThat(same.net()).isPresent().isEqualTo(fixed.net());
        assertThat(same.gates().paths()).isNotEmpty().isEqualTo(fixed.gates().paths());
        assertThat(same.shares()).isPresent();
    }
}
