package org.hrscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.PipelineResult;
import org.junit.jupiter.api.Test;

/// What is pasted elsewhere is what the tensor holds.
class MapTextTest {
    private static NodeMaps maps(Tensor tensor) throws Problem {
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                PipelineResult result = NodeResults.of(estimator, 1, Decoder.QUARTER)) {
            return NodeMaps.of("stage3.0.fused.1", result, Map.of("stage3.0.fused.1", tensor));
        }
    }

    @Test
    void theFirstLineNamesAndTheOthersHoldTheExactValues() throws Problem {
        float[] values = {0, 1, 2, 3, 4, 5, 1e-8f, -0.1f, 3.4e38f, 1 / 3f, 7, Float.NaN};
        String text = MapText.of(maps(Tensor.of(Shape.of(1, 2, 2, 3), values)), 1, List.of());
        String[] lines = text.split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0].split("\t"))
                .containsExactly("stage3.0.fused.1", Shape.of(1, 2, 2, 3).toString(), "channel 1");
        for (int i = 0; i < 6; i++) {
            String cell = lines[1 + i / 3].split("\t")[i % 3];
            assertThat(Float.valueOf(cell)).isEqualTo(Float.valueOf(values[6 + i]));
        }
    }

    @Test
    void whatNoProgramWouldPasteIsRefused() throws Problem {
        NodeMaps large = maps(Tensor.of(Shape.of(1, 1, 401, 500), new float[401 * 500]));
        assertThat(catchThrowableOfType(Problem.class, () -> MapText.of(large, 0, List.of())).key())
                .isEqualTo("copy.tooLarge");
    }
}
