package org.hrscope.teach;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;

/// Joints shown by hand on people in images: from a click file, or from a COCO keypoint file. Immutable.
///
/// @param joints names
/// @param people in the file's order
public record Labels(List<String> joints, List<Labelled> people) {

    /// One person.
    ///
    /// @param box    null for the whole image
    /// @param clicks by joint, in pixels of the image
    public record Labelled(Path image, @Nullable BoundingBox box, Map<String, List<Click>> clicks) {
        public Labelled {
            clicks = Map.copyOf(clicks);
        }
    }

    public Labels {
        joints = List.copyOf(joints);
        people = List.copyOf(people);
    }

    private record ClickFile(@Nullable List<String> joints, @Nullable List<Entry> clicks) {}

    /// @param bbox left, top, width, height
    private record Entry(
            @Nullable String file,
            @Nullable List<Double> bbox,
            @Nullable String joint,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Boolean present) {}

    private record Person(String file, @Nullable List<Double> bbox) {}

    /// `{"joints": ["head_top"], "clicks": [{"file", "bbox", "joint", "x", "y", "present"}]}`; names of images are
    /// relative to the file. Without `bbox` the crop is the whole image; `present` is true if it is missing.
    ///
    /// @throws Problem `file.missing`, `json.broken`, `teach.*` naming the click
    public static Labels clicks(Path file) throws Problem {
        ClickFile read = new Json(Json.Names.AS_WRITTEN).read(file, ClickFile.class);
        if (read.joints == null || !named(read.joints) || read.clicks == null) {
            throw new Problem("teach.not-clicks", file);
        }
        Map<Person, Map<String, List<Click>>> people = new LinkedHashMap<>();
        for (int i = 0; i < read.clicks.size(); i++) {
            Entry entry = read.clicks.get(i);
            String place = "clicks[" + i + "]";
            if (entry == null || !complete(entry)) throw new Problem("teach.click", file, place);
            String joint = Objects.requireNonNull(entry.joint);
            if (!read.joints.contains(joint)) {
                throw new Problem("teach.unlisted", file, place, joint);
            }
            List<Click> of =
                    people.computeIfAbsent(
                                    new Person(Objects.requireNonNull(entry.file), entry.bbox),
                                    _ -> new HashMap<>())
                            .computeIfAbsent(joint, _ -> new ArrayList<>());
            Click click =
                    new Click(
                            Objects.requireNonNull(entry.x),
                            Objects.requireNonNull(entry.y),
                            !Boolean.FALSE.equals(entry.present));
            if (click.contradicts(of)) throw new Problem("teach.contradicts", file, place, joint);
            of.add(click);
        }
        List<Labelled> found = new ArrayList<>();
        people.forEach((person, clicks) ->
                found.add(
                        new Labelled(file.resolveSibling(person.file), box(person.bbox), clicks)));
        return new Labels(List.copyOf(new LinkedHashSet<>(read.joints)), found);
    }

    private static boolean complete(Entry entry) {
        return entry.file != null
                && isName(entry.file)
                && entry.joint != null
                && entry.x != null
                && entry.y != null
                && Double.isFinite(entry.x + entry.y)
                && (entry.bbox == null || box(entry.bbox) != null);
    }

    /// Whether a file can be called so.
    private static boolean isName(String file) {
        try {
            return !file.isBlank() && !Path.of(file).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// Null if these are no box.
    private static @Nullable BoundingBox box(@Nullable List<Double> sides) {
        if (sides == null || sides.size() != 4 || sides.contains(null)) return null;
        BoundingBox box = new BoundingBox(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
        return box.isPlausible() ? box : null;
    }

    private record CocoLabels(
            @Nullable List<Image> images,
            @Nullable List<Annotation> annotations,
            @Nullable List<Category> categories) {}

    private record Image(@Nullable Object id, @Nullable String fileName) {}

    private record Annotation(
            @Nullable Object imageId,
            @Nullable Object categoryId,
            @Nullable List<Double> bbox,
            @Nullable List<Double> keypoints,
            int iscrowd) {}

    private record Category(@Nullable Object id, @Nullable List<String> keypoints) {}

    /// The first category with keypoints; joints that are not labelled (v = 0) say nothing.
    ///
    /// @param pictures folder of the images
    /// @throws Problem `file.missing`, `json.broken`, `teach.no-keypoints`
    public static Labels coco(Path file, Path pictures) throws Problem {
        CocoLabels read = new Json(Json.Names.SNAKE_CASE).read(file, CocoLabels.class);
        Category category = null;
        for (Category each : orEmpty(read.categories)) {
            if (category == null && each != null && named(orEmpty(each.keypoints))) {
                category = each;
            }
        }
        if (category == null) throw new Problem("teach.no-keypoints", file);
        List<String> joints = orEmpty(category.keypoints);
        Map<String, Path> images = new HashMap<>();
        for (Image image : orEmpty(read.images)) {
            if (image == null || image.id == null || image.fileName == null) continue;
            if (isName(image.fileName))
                images.put(image.id.toString(), pictures.resolve(image.fileName));
        }
        List<Labelled> people = new ArrayList<>();
        for (Annotation person : orEmpty(read.annotations)) {
            if (person == null || person.iscrowd != 0) continue;
            if (!String.valueOf(category.id).equals(String.valueOf(person.categoryId))) continue;
            Path image = images.get(String.valueOf(person.imageId));
            BoundingBox box = box(person.bbox);
            Map<String, List<Click>> clicks = clicks(joints, orEmpty(person.keypoints));
            if (image != null && box != null && !clicks.isEmpty()) {
                people.add(new Labelled(image, box, clicks));
            }
        }
        if (people.isEmpty()) throw new Problem("teach.no-keypoints", file);
        return new Labels(joints, people);
    }

    private static boolean named(List<String> joints) {
        return !joints.isEmpty() && !joints.contains(null);
    }

    private static Map<String, List<Click>> clicks(List<String> joints, List<Double> triples) {
        // Not a list of numbers.
        if (triples.contains(null)) return Map.of();
        Map<String, List<Click>> clicks = new LinkedHashMap<>();
        for (int i = 0; i < joints.size() && 3 * i + 2 < triples.size(); i++) {
            double x = triples.get(3 * i);
            double y = triples.get(3 * i + 1);
            if (triples.get(3 * i + 2) > 0 && Double.isFinite(x + y)) {
                clicks.put(joints.get(i), List.of(new Click(x, y, true)));
            }
        }
        return clicks;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
