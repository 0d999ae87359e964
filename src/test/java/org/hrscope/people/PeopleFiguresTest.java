package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.CocoAnnotations;
import org.hrscope.ObjectKeypointSimilarity;
import org.hrscope.Shared;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.junit.jupiter.api.Test;

/// Everyone in ordinary images, without annotations: finder, verification, pose. With annotated boxes the same
/// network reaches 0.8050.
class PeopleFiguresTest {
    private static final double WITH_BOXES = 0.8050;
    private static final double NEAR = 0.05;
    private static final int ENOUGH_JOINTS = 6;

    @Test
    void ourFinder() throws Problem {
        try (PersonFinder finder = new FinderOpener().bundled()) {
            assertThat(meanOks(finder)).isGreaterThan(WITH_BOXES - NEAR);
        }
    }

    @Test
    void yolox() throws Problem {
        Path file = Shared.file("models/yolox_nano_416.onnx");
        try (PersonFinder finder = new FinderOpener().open(file)) {
            assertThat(meanOks(finder)).isGreaterThan(WITH_BOXES - NEAR);
        }
    }

    private static double meanOks(PersonFinder finder) throws Problem {
        Path file = Shared.file("images/coco_keypoints.json");
        CocoAnnotations told = CocoAnnotations.read(file);
        List<Double> best = new ArrayList<>();
        int shown = 0;
        try (PoseEstimator estimator =
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            for (CocoAnnotations.Image image : told.images()) {
                List<Sighting> seen;
                try (Frame frame = Pictures.read(file.resolveSibling(image.fileName()))) {
                    seen =
                            SecondLook.of(
                                    finder.find(frame),
                                    new Likeness(estimator.info().skeleton()),
                                    boxes -> poses(estimator, frame, boxes));
                }
                shown += seen.size();
                for (CocoAnnotations.Annotation person : told.byImage().get(image.id())) {
                    if (person.numKeypoints() < ENOUGH_JOINTS) continue;
                    best.add(seen.stream().mapToDouble(s -> oks(person, s)).max().orElse(0));
                }
            }
        }
        assertThat(best).hasSize(12);
        double mean = best.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf(
                "mean OKS without boxes, found by %s: %.4f (%d people shown)%n",
                finder.name(), mean, shown);
        return mean;
    }

    private static double oks(CocoAnnotations.Annotation person, Sighting seen) {
        return ObjectKeypointSimilarity.of(person, seen.pose().keypoints());
    }

    private static List<Estimate> poses(
            PoseEstimator estimator, Frame frame, List<BoundingBox> boxes) throws Problem {
        EstimationOptions options = new EstimationOptions(Decoder.QUARTER, false);
        List<Estimate> estimates = new ArrayList<>();
        for (BoundingBox box : boxes) estimates.add(estimator.estimate(frame, box, options));
        return estimates;
    }
}
