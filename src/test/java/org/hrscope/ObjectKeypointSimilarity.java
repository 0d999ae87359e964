package org.hrscope;

import java.util.List;
import org.hrscope.domain.Keypoint;

/// COCO's object keypoint similarity between a pose and an annotated one (cocoeval.py): 1 is perfect.
public final class ObjectKeypointSimilarity {
    private static final double[] SIGMAS = {
        .026, .025, .025, .035, .035, .079, .079, .072, .072, .062, .062, .107, .107, .087, .087,
        .089, .089
    };

    private ObjectKeypointSimilarity() {}

    public static double of(CocoAnnotations.Annotation truth, List<Keypoint> found) {
        double sum = 0;
        int labelled = 0;
        for (int joint = 0; joint < SIGMAS.length; joint++) {
            if (truth.keypoints().get(joint * 3 + 2) == 0) continue;
            double dx = found.get(joint).x() - truth.keypoints().get(joint * 3);
            double dy = found.get(joint).y() - truth.keypoints().get(joint * 3 + 1);
            double spread = 2 * SIGMAS[joint];
            sum += Math.exp(-(dx * dx + dy * dy) / (spread * spread) / truth.area() / 2);
            labelled++;
        }
        return labelled == 0 ? 0 : sum / labelled;
    }
}
