package org.hrscope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files written by PyTorch itself, in every format and wrapper.
class ReferenceCheckpointsTest {
    private static final Path FOLDER = Path.of("../shared/reference");

    private static Checkpoint open(String name) throws Problem {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "no reference checkpoints here");
        return Checkpoint.open(file);
    }

    @ParameterizedTest
    @CsvSource({
        "hrnet_w8_official.pth,1754,17",
        "hrnet_w8_official_legacy.pth,1754,17",
        "hrnet_w8small_mmpose1.pth,404,17",
        "hrnet_w8small_mmpose0_legacy.pth,404,17",
        "hrnet_w8small_dataparallel.pth,404,17",
        "hrnet_w8small_half.pth,404,17",
        "hrnetv2_w8small_hand21.pth,489,21"
    })
    void namesAndShapes(String name, int tensors, int joints) throws Problem {
        try (Checkpoint checkpoint = open(name)) {
            Map<String, Shape> shapes = checkpoint.shapes();
            assertThat(shapes)
                    .hasSize(tensors)
                    .containsEntry("conv1.weight", Shape.of(64, 3, 3, 3));
            assertThat(shapes.get("final_layer.bias")).isEqualTo(Shape.of(joints));
        }
    }

    @Test
    void bothSerialisationsHoldTheSameValues() throws Problem {
        try (Checkpoint zip = open("hrnet_w8_official.pth");
                Checkpoint legacy = open("hrnet_w8_official_legacy.pth")) {
            assertThat(legacy.tensors().keySet()).isEqualTo(zip.tensors().keySet());
            zip.tensors()
                    .forEach((name, tensor) ->
                            assertThat(legacy.tensors().get(name).toArray())
                                    .as(name)
                                    .isEqualTo(tensor.toArray()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmpose1", "mmpose0_legacy", "dataparallel", "half"})
    void everyWrappingHoldsTheSameNetwork(String wrapping) throws Problem {
        try (Checkpoint one = open("hrnet_w8small_mmpose1.pth");
                Checkpoint other = open("hrnet_w8small_" + wrapping + ".pth")) {
            assertThat(other.tensors().keySet()).isEqualTo(one.tensors().keySet());
            double[] expected = one.tensors().get("final_layer.weight").toArray();
            double[] actual = other.tensors().get("final_layer.weight").toArray();
            for (int i = 0; i < expected.length; i++) {
                double slack = wrapping.equals("half") ? Math.abs(expected[i]) / 1024 + 1e-7 : 0;
                assertThat(actual[i]).isCloseTo(expected[i], within(slack));
            }
        }
    }
}
