package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenedNetworkTest {
    private static final ModelInfo INFO = ModelInfos.of(192, 256, 17);

    @TempDir Path folder;

    /// The bundled network without shapes of inner values.
    ///
    /// @param name what a side of the input is called; null for a fixed size, empty for no name
    /// @param own  whether its weights keep our names; else it is as good as a foreign one
    private ModelFile bundled(@Nullable String name, boolean own) throws Exception {
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
            if (!own) rename(graph);
            Path file = folder.resolve(name + ".onnx");
            return new ModelFile(Files.write(file, model.build().toByteArray()), INFO);
        }
    }

    private static void rename(GraphProto.Builder graph) {
        String stem = "stem.conv1.weight";
        for (var weight : graph.getInitializerBuilderList()) {
            if (weight.getName().equals(stem)) weight.setName("foreign");
        }
        for (var node : graph.getNodeBuilderList()) {
            int at = node.getInputList().indexOf(stem);
            if (at >= 0) node.setInput(at, "foreign");
        }
    }

    @Test
    void ofAFreeInputSizeTheMapIsThatOfTheSizeInUse() throws Exception {
        assertThat(OpenedNetwork.of(bundled(null, false)).mapped()).isTrue();
        OpenedNetwork free = OpenedNetwork.of(bundled("side", false));
        assertThat(free.mapped()).isTrue();
        assertThat(free.map().nodes()).extracting(MapNode::name).contains("stem.conv1");
        assertThat(OpenedNetwork.of(bundled("", false)).mapped())
                .as("nothing to call it by")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"side", ""})
    void anHrNetOfAFreeInputSizeIsDrawnAsOne(String name) throws Exception {
        OpenedNetwork fixed = OpenedNetwork.of(bundled(null, true));
        OpenedNetwork free = OpenedNetwork.of(bundled(name, true));
        assertThat(free.net()).isNotNull().isEqualTo(fixed.net());
        assertThat(free.map().nodes()).isEqualTo(fixed.map().nodes());
    }
}
