package org.hrscope.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.CocoAnnotations;
import org.hrscope.MeanOks;
import org.hrscope.Shared;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.Pictures;
import org.hrscope.pixels.CropGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What quantising costs on photographs.
class QuantisedAccuracyTest {
    private static final double MOST_LOST = 0.01;

    @TempDir Path folder;

    /// Everybody who is labelled.
    private static List<Sample> people(PoseEstimator estimator) throws Problem {
        Path folder = Shared.file("images/coco_keypoints.json").getParent();
        CocoAnnotations annotations = CocoAnnotations.read(folder.resolve("coco_keypoints.json"));
        ModelInfo info = estimator.info();
        List<Sample> people = new ArrayList<>();
        for (CocoAnnotations.Image image : annotations.images()) {
            try (Frame frame = Pictures.read(folder.resolve(image.fileName()))) {
                for (var person : annotations.byImage().getOrDefault(image.id(), List.of())) {
                    people.add(
                            new Sample(
                                    estimator.crop(frame, person.box(), info.decoder()),
                                    CropGeometry.of(person.box(), info, info.decoder())));
                }
            }
        }
        return people;
    }

    private void keepsItsAccuracy(PoseEstimator estimator) throws Exception {
        Quantised made =
                new Quantiser(estimator.model(), QuantiseWish.standard(), () -> {})
                        .run(people(estimator));
        Path file = Files.write(folder.resolve("whole.onnx"), made.bytes());
        double exact = MeanOks.of(estimator);
        try (PoseEstimator whole =
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).open(file))) {
            double rounded = MeanOks.of(whole);
            System.out.printf(
                    "mean OKS of %s: %.4f, quantised %.4f (%s, %d float), time %.2f%n",
                    estimator.info().name(),
                    exact,
                    rounded,
                    made.range(),
                    made.kept().size(),
                    made.speed().ratio());
            assertThat(rounded).isGreaterThan(exact - MOST_LOST);
        }
    }

    @Test
    void bundledNetwork() throws Exception {
        Shared.file("images/coco_keypoints.json");
        try (PoseEstimator estimator =
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            keepsItsAccuracy(estimator);
        }
    }
}
