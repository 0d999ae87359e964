package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.FreeSizes;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedSizesTest {
    private static final int JOINTS = 5;

    @TempDir Path folder;

    @Test
    void aNetworkOfAFreeInputSizeIsGrownItselfNotTheBundledOne() throws Exception {
        Stage once = new Stage(1, 1);
        HrNetSpec spec = new HrNetSpec(Version.V1, 8, JOINTS, 1, 1, List.of(once, once, once));
        Path fixed = RandomNetwork.write(spec, 64, 96, folder.resolve("fixed.onnx"));
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        Files.writeString(folder.resolve("free.properties"), "height=64\nwidth=96\n");
        ModelFile free;
        try (PoseModel model = opener.open(FreeSizes.of(fixed, folder.resolve("free.onnx")))) {
            free = model.file();
        }
        Networks networks = new Networks(opener, new CheckpointImport(), folder, null);
        Path grown = new PublishedSizes(networks).nearest(free, 16, (done, total) -> {});
        var graph = OnnxReader.read(grown);
        assertThat(graph.weights().get("heatmaps.weight").size(0)).isEqualTo(JOINTS);
        assertThat(graph.inputs().getFirst().sizes()).endsWith("64", "96");
    }
}
