package org.hrscope.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxGraph.Node;
import org.hrscope.onnx.OnnxGraph.Value;
import org.junit.jupiter.api.Test;

class WholeNodesTest {
    private static Node node(String operator, String input, String... outputs) {
        return new Node("", operator, List.of(input), List.of(outputs), Map.of());
    }

    /// The bias is corrected by the mean of each channel, which must be that of the very channel.
    @Test
    void channelsKeepTheirMeansWhereTheyAreEnlargedOnly() {
        Value input = new Value("x", "FLOAT", List.of("1", "4", "8", "8"));
        WholeNodes nodes =
                new WholeNodes(
                        new OnnxGraph(
                                "",
                                17,
                                List.of(input),
                                List.of(),
                                List.of(
                                        node("Concat", "x", "sum"),
                                        node("Identity", "sum", "same"),
                                        node("Resize", "same", "up"),
                                        node("Split", "sum", "left", "right"),
                                        node("Resize", "right", "rightUp"),
                                        node("Transpose", "up", "turned"),
                                        node("MaxPool", "up", "pooled")),
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                Map.of()));
        assertThat(List.of("x", "sum", "same", "up")).allMatch(nodes::keepsMeans);
        assertThat(List.of("left", "right", "rightUp", "turned", "pooled"))
                .noneMatch(nodes::keepsMeans);
        assertThat(nodes.source("up")).isEqualTo("sum");
    }
}
