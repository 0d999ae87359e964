package org.hrscope;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;

/// The people in a COCO annotation file (`images`, `annotations`) with their keypoints: the ground truth.
///
/// See https://cocodataset.org/#format-data
public record CocoAnnotations(
        @Nullable List<Image> images, @Nullable List<Annotation> annotations) {

    public record Image(long id, @Nullable String fileName) {}

    /// One person; `keypoints` are x, y, visibility (0 not labelled, 1 occluded, 2 visible) in image pixels.
    public record Annotation(
            long id,
            long imageId,
            @Nullable List<Double> bbox,
            @Nullable List<Double> keypoints,
            int numKeypoints,
            double area) {

        public BoundingBox box() {
            List<Double> b = bbox == null ? List.of() : bbox;
            return new BoundingBox(b.get(0), b.get(1), b.get(2), b.get(3));
        }
    }

    public static CocoAnnotations read(Path file) throws Problem {
        return new Json(Json.Names.SNAKE_CASE).read(file, CocoAnnotations.class);
    }

    /// People by image id.
    public Map<Long, List<Annotation>> byImage() {
        if (annotations == null) return Map.of();
        return annotations.stream().collect(Collectors.groupingBy(Annotation::imageId));
    }
}
