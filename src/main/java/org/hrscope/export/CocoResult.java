package org.hrscope.export;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.jspecify.annotations.Nullable;

/// One person in COCO's format of keypoint results: x, y, score for each joint, and the person's score ([FoundPose#score]).
/// `file_name`, `frame` and `track_id` are ours: COCO's readers pass over what they do not know.
///
/// See https://cocodataset.org/#format-results
///
/// @param imageId a `Long`, or text where a box file has text
/// @param frame   in a video, from 0; null for a picture
/// @param fileNumber as of [CocoImage]
/// @param trackId the same for one person from frame to frame of this file; null where nobody is followed
public record CocoResult(
        Object imageId,
        int categoryId,
        String fileName,
        @Nullable Long frame,
        List<Double> keypoints,
        double score,
        @Nullable Integer trackId,
        @Nullable Integer fileNumber) {
    static final int PERSON = 1;

    static CocoResult of(CocoImage image, FoundPose person) {
        Pose pose = person.pose();
        List<Double> numbers = new ArrayList<>(pose.keypoints().size() * 3);
        for (Keypoint keypoint : pose.keypoints()) {
            numbers.add(hundredth(keypoint.x()));
            numbers.add(hundredth(keypoint.y()));
            numbers.add(keypoint.score());
        }
        return new CocoResult(
                image.id(),
                PERSON,
                image.fileName(),
                image.frame(),
                numbers,
                person.score(),
                person.trackId(),
                image.fileNumber());
    }

    /// The same in a run that is whole again.
    CocoResult whole() {
        return new CocoResult(
                imageId, categoryId, fileName, frame, keypoints, score, trackId, null);
    }

    /// Of a pixel; finer is noise. What is no number stays none, to be refused when it is written.
    static double hundredth(double pixels) {
        return Double.isFinite(pixels) ? Math.round(pixels * 100) / 100.0 : pixels;
    }
}
