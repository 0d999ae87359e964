package org.hrscope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFilesTest {
    @TempDir Path folder;

    private static TensorProto.Builder outside(String location) {
        return TensorProto.newBuilder()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue(location))
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("offset").setValue("7"));
    }

    @Test
    void weightsOfTheGraphAndOfItsNodes() throws IOException {
        GraphProto inner =
                GraphProto.newBuilder().addInitializer(outside("deep/inner.bin")).build();
        AttributeProto.Builder branch = AttributeProto.newBuilder().setName("then").setG(inner);
        AttributeProto.Builder value =
                AttributeProto.newBuilder().setName("value").setT(outside("constant.bin"));
        NodeProto node = NodeProto.newBuilder().addAttribute(branch).addAttribute(value).build();
        GraphProto graph =
                GraphProto.newBuilder()
                        .addInitializer(outside("x.data"))
                        .addInitializer(outside("x.data"))
                        .addNode(node)
                        .build();
        Path model = folder.resolve("x.onnx");
        Files.write(model, ModelProto.newBuilder().setGraph(graph).build().toByteArray());
        assertThat(WeightFiles.of(model))
                .containsExactlyInAnyOrder(
                        folder.resolve("x.data"),
                        folder.resolve("constant.bin"),
                        folder.resolve("deep/inner.bin"));
    }

    /// The default of a function's attribute applies where a node does not set it.
    @Test
    void defaultsOfFunctionsAreLookedAtToo() throws IOException {
        AttributeProto.Builder escaping =
                AttributeProto.newBuilder().setName("value").setT(outside("../elsewhere"));
        assertThat(WeightFiles.of(withDefault(escaping)))
                .containsExactly(folder.resolve("../elsewhere"));
        assertRefused("onnx.outside", withDefault(escaping));
        GraphProto looping =
                GraphProto.newBuilder().addNode(NodeProto.newBuilder().setOpType("Loop")).build();
        assertRefused(
                "onnx.operator",
                withDefault(AttributeProto.newBuilder().setName("body").setG(looping)));
    }

    private Path withDefault(AttributeProto.Builder attribute) throws IOException {
        ModelProto.Builder model = ModelProto.newBuilder();
        model.getGraphBuilder().addNodeBuilder().setOpType("Own");
        model.addFunctionsBuilder().setName("Own").addAttributeProto(attribute);
        return Files.write(folder.resolve("function.onnx"), model.build().toByteArray());
    }

    private static void assertRefused(String key, Path model) {
        assertThatThrownBy(() -> OnnxReader.read(model))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }

    @Test
    void noneWhereThereIsNoModel() throws IOException {
        assertThat(WeightFiles.of(folder.resolve("missing.onnx"))).isEmpty();
        Path text = Files.writeString(folder.resolve("text.onnx"), "no model");
        assertThat(WeightFiles.of(text)).isEmpty();
        assertThat(WeightFiles.of(Path.of("models/hrnet_w16_coco17_256x192.onnx"))).isEmpty();
    }
}
