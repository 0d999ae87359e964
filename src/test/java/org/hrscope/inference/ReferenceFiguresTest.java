package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.CocoAnnotations;
import org.hrscope.ObjectKeypointSimilarity;
import org.hrscope.Shared;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.hrscope.people.Pictures;
import org.junit.jupiter.api.Test;

/// End-to-end estimation against figures from the official crop and decoder on the same images and networks.
class ReferenceFiguresTest {
    private static final double TOLERANCE = 0.005;
    private static final int ENOUGH_JOINTS = 6;

    /// `reference_figures.json`.
    record Figures(Map<String, Double> meanOks) {}

    @Test
    void bundledNetwork() throws Problem {
        try (PoseEstimator estimator =
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
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
        Path folder = Shared.file("images/coco_keypoints.json").getParent();
        Figures figures =
                new Json(Json.Names.AS_WRITTEN)
                        .read(Shared.file("models/reference_figures.json"), Figures.class);
        double expected = figures.meanOks().get(estimator.info().name());
        double measured =
                meanOks(
                        estimator,
                        folder,
                        CocoAnnotations.read(folder.resolve("coco_keypoints.json")));
        System.out.printf("mean OKS of %s: %.4f%n", estimator.info().name(), measured);
        assertThat(measured).isCloseTo(expected, within(TOLERANCE));
    }

    private static double meanOks(PoseEstimator estimator, Path folder, CocoAnnotations annotations)
            throws Problem {
        EstimationOptions options = new EstimationOptions(Decoder.QUARTER, false);
        List<Double> best = new ArrayList<>();
        for (CocoAnnotations.Image image : annotations.images()) {
            List<CocoAnnotations.Annotation> people =
                    annotations.byImage().getOrDefault(image.id(), List.of());
            List<List<Keypoint>> poses = new ArrayList<>();
            try (Frame frame = Pictures.read(folder.resolve(image.fileName()))) {
                for (CocoAnnotations.Annotation person : people) {
                    poses.add(estimator.estimate(frame, person.box(), options).pose().keypoints());
                }
            }
            for (CocoAnnotations.Annotation person : people) {
                if (person.numKeypoints() < ENOUGH_JOINTS) continue;
                best.add(
                        poses.stream()
                                .mapToDouble(pose -> ObjectKeypointSimilarity.of(person, pose))
                                .max()
                                .orElseThrow());
            }
        }
        assertThat(best).hasSize(12);
        return best.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
