package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.inference.ModelFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedNetworkTest {
    private static final ModelInfo INFO = ModelInfos.of(192, 256, 17);

    @TempDir Path folder;

    /// The bundled network without shapes of inner values.
    ///
    /// @param name what a side of the input is called; null for a fixed size, empty for no name
    private ModelFile bundled(@Nullable String name) throws Exception {
        try (InputStream in =
                OpenedNetworkTest.class.getResourceAsStream(
                        "/models/hrnet_w16_coco17_256x192.onnx")) {
            ModelProto.Builder model = ModelProto.parseFrom(Objects.requireNonNull(in)).toBuilder();
            var graph = model.getGraphBuilder().clearValueInfo();
            for (int side = 2; name != null && side < 4; side++) {
                for (var end : List.of(graph.getInputBuilder(0), graph.getOutputBuilder(0))) {
                    end.getTypeBuilder()
                            .getTensorTypeBuilder()
                            .getShapeBuilder()
                            .getDimBuilder(side)
                            .setDimParam(name.isEmpty() ? "" : name + side);
                }
            }
            Path file = folder.resolve(name + ".onnx");
            return new ModelFile(Files.write(file, model.build().toByteArray()), INFO);
        }
    }

    @Test
    void ofAFreeInputSizeTheMapIsThatOfTheSizeInUse() throws Exception {
        assertThat(OpenedNetwork.of(bundled(null)).mapped()).isTrue();
        OpenedNetwork free = OpenedNetwork.of(bundled("side"));
        assertThat(free.mapped()).isTrue();
        assertThat(free.map().nodes()).extracting(MapNode::name).contains("stem.conv1");
        assertThat(OpenedNetwork.of(bundled("")).mapped()).as("nothing to call it by").isFalse();
    }
}
