package org.hrscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.jspecify.annotations.Nullable;

/// One person in COCO's keypoint results format: x, y, score for each joint, and the person's score
/// ([FoundPose#score]). `file_name`, `frame`, `track_id` and `angles` are extensions, which COCO's readers ignore.
///
/// See https://cocodataset.org/#format-results
///
/// @param imageId a `Long`, or a string if the box file has strings
/// @param frame   in a video, from 0; null for an image
/// @param trackId identifies a person across the frames of this file; null without tracking
/// @param angles  in degrees, see [Angles]; null if none was asked for
public record CocoResult(
        Object imageId,
        int categoryId,
        String fileName,
        @Nullable Long frame,
        List<Double> keypoints,
        double score,
        @Nullable Integer trackId,
        @Nullable Map<String, Double> angles,
        @Nullable Integer fileNumber) {
    static final int PERSON = 1;

    static CocoResult of(CocoImage image, FoundPose person, Angles.In angles) {
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
                angles.named(pose),
                image.fileNumber());
    }

    /// Without the shard's number, as in the merged file.
    CocoResult whole() {
        return new CocoResult(
                imageId, categoryId, fileName, frame, keypoints, score, trackId, angles, null);
    }

    /// Left, top, width and height.
    static List<Double> bbox(BoundingBox box) {
        return Stream.of(box.x(), box.y(), box.width(), box.height())
                .map(CocoResult::hundredth)
                .toList();
    }

    /// Rounds to hundredths of a pixel; the rest is noise. NaN stays NaN, to be refused on writing.
    static double hundredth(double pixels) {
        return Double.isFinite(pixels) ? Math.round(pixels * 100) / 100.0 : pixels;
    }
}
