package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.hrscope.MeanOks;
import org.hrscope.Shared;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.junit.jupiter.api.Test;

/// End-to-end estimation against figures from the official crop and decoder on the same images and networks.
class ReferenceFiguresTest {
    private static final double TOLERANCE = 0.005;

    /// `reference_figures.json`.
    record Figures(Map<String, Double> meanOks) {}

    /// PyTorch with the state dict that the bundled file was made of.
    private static final double BUNDLED = 0.8076;

    @Test
    void bundledNetwork() throws Problem {
        try (PoseEstimator estimator =
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            agrees(estimator, BUNDLED);
        }
    }

    @Test
    void networkOfTheReference() throws Problem {
        Path file = Shared.file("models/hrnet_w16_coco17_256x192.onnx");
        try (PoseEstimator estimator =
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).open(file))) {
            agrees(estimator);
        }
    }

    @Test
    void foreignNetworkWithANamedProfile() throws Problem {
        Path file = Shared.file("models/tinypose_256x192.onnx");
        ModelOpener opener = new ModelOpener(ModelProfile.named("imagenet"));
        try (PoseEstimator estimator = new PoseEstimator(opener.open(file))) {
            agrees(estimator);
        }
    }

    private static void agrees(PoseEstimator estimator) throws Problem {
        Figures figures =
                new Json(Json.Names.AS_WRITTEN)
                        .read(Shared.file("models/reference_figures.json"), Figures.class);
        double expected = figures.meanOks().get(estimator.info().name());
        agrees(estimator, expected);
    }

    private static void agrees(PoseEstimator estimator, double expected) throws Problem {
        double measured = MeanOks.of(estimator);
        System.out.printf("mean OKS of %s: %.4f%n", estimator.info().name(), measured);
        assertThat(measured).isCloseTo(expected, within(TOLERANCE));
    }
}
