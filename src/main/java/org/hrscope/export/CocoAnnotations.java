package org.hrscope.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrscope.json.Json;
import org.hrscope.model.BoundingBox;
import org.hrscope.model.Problem;
import org.jspecify.annotations.Nullable;

/// The people of a COCO annotation file (`images`, `annotations`), as far as estimation needs them.
///
/// See https://cocodataset.org/#format-data
public record CocoAnnotations(
        @Nullable List<Image> images, @Nullable List<Annotation> annotations) {

    public record Image(long id, @Nullable String fileName) {}

    /// One person; `keypoints` are x, y, visibility (0 not labelled, 1 hidden, 2 seen) in picture pixels.
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

    /// @throws Problem `json.broken` where the file has no images or annotations with boxes
    public static CocoAnnotations read(Path file) throws Problem {
        CocoAnnotations read = new Json(Json.Names.SNAKE_CASE).read(file, CocoAnnotations.class);
        boolean boxed =
                read.images != null
                        && read.annotations != null
                        && read.annotations.stream().allMatch(CocoAnnotations::hasBox);
        if (!boxed) throw new Problem("coco.noBoxes", file);
        return read;
    }

    private static boolean hasBox(Annotation annotation) {
        List<Double> box = annotation.bbox;
        return box != null && box.size() == 4 && box.get(2) > 0 && box.get(3) > 0;
    }

    /// The id of the picture of this file name; null where the file does not know it.
    public @Nullable Long imageId(String fileName) {
        if (images == null) return null;
        return images.stream()
                .filter(image -> fileName.equals(image.fileName))
                .map(Image::id)
                .findFirst()
                .orElse(null);
    }

    /// People by image id.
    public Map<Long, List<Annotation>> byImage() {
        if (annotations == null) return Map.of();
        return annotations.stream().collect(Collectors.groupingBy(Annotation::imageId));
    }
}
