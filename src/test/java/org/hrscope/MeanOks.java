package org.hrscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.Pictures;

/// Mean object keypoint similarity on the labelled images of the shared folder, with the boxes of the labels.
public final class MeanOks {
    private static final int ENOUGH_JOINTS = 6;

    private MeanOks() {}

    public static double of(PoseEstimator estimator) throws Problem {
        Path folder = Shared.file("images/coco_keypoints.json").getParent();
        CocoAnnotations annotations = CocoAnnotations.read(folder.resolve("coco_keypoints.json"));
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
