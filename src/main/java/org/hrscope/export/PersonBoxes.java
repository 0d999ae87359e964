package org.hrscope.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Problem;
import org.hrscope.people.FoundPerson;
import org.jspecify.annotations.Nullable;

/// The people in each image, from a COCO box file. Only the category person, without crowds; invalid boxes are
/// skipped and reported. Immutable once read.
public final class PersonBoxes {
    /// No image extends further.
    private static final double FARTHEST = 1e7;

    /// The people in one image.
    ///
    /// @param imageId as in the file, a `Long` or a string, so that results can be matched with the file
    public record Found(Object imageId, List<FoundPerson> people) {}

    private record Named(Object id, List<String> path) {}

    private final Path file;

    /// Images by the last component of their names; null if the file identifies images by number only.
    private final @Nullable Map<String, List<Named>> byName;

    /// By image id as a string: a file may mix numbers and strings.
    private final Map<String, Found> byId = new LinkedHashMap<>();

    private final List<Problem> passedOver = new ArrayList<>();

    private PersonBoxes(Path file, @Nullable Map<String, List<Named>> byName) {
        this.file = file;
        this.byName = byName;
    }

    /// @throws Problem `file.missing`, `file.unreadable`, `json.broken`, `coco.noBoxes`, `coco.noPerson`
    public static PersonBoxes read(Path file) throws Problem {
        BoxFile read = BoxFile.read(file);
        PersonBoxes boxes = new PersonBoxes(file, read.images() == null ? null : new HashMap<>());
        if (read.images() != null) boxes.addImages(read.images());
        Set<String> persons = read.persons(file);
        List<BoxFile.@Nullable Annotation> annotations = read.annotations();
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            BoxFile.Annotation annotation = annotations.get(i);
            String place = (read.images() == null ? "[" : "annotations[") + i + "]";
            if (annotation == null) boxes.passOver(place, null);
            else boxes.add(annotation, place, persons);
        }
        return boxes;
    }

    private void addImages(List<BoxFile.@Nullable Image> images) {
        for (int i = 0; i < images.size(); i++) {
            BoxFile.Image image = images.get(i);
            Object id = image == null ? null : id(image.id());
            if (id == null || !(image.fileName() instanceof String name) || name.isBlank()) {
                passedOver.add(new Problem("coco.badImage", file, "images[" + i + "]"));
                continue;
            }
            byId.putIfAbsent(id.toString(), new Found(id, new ArrayList<>()));
            List<String> path = List.of(name.strip().split("[/\\\\]+"));
            if (byName != null && !path.isEmpty()) {
                byName.computeIfAbsent(path.getLast(), _ -> new ArrayList<>())
                        .add(new Named(id, path));
            }
        }
    }

    private void add(BoxFile.Annotation annotation, String place, Set<String> persons) {
        Object category = annotation.categoryId();
        Object image = id(annotation.imageId());
        // Any entry makes an image known to a list of detections, even if none of its boxes is
        // valid.
        if (byName == null && image != null) {
            byId.computeIfAbsent(image.toString(), _ -> new Found(image, new ArrayList<>()));
        }
        if (annotation.crowd()) return;
        if (category != null && !persons.contains(String.valueOf(id(category)))) return;
        BoundingBox box = box(annotation.bbox());
        if (box == null || image == null) {
            passOver(place, image == null ? "image_id " + annotation.imageId() : annotation.bbox());
            return;
        }
        FoundPerson person = new FoundPerson(box, score(annotation.score()));
        Found known = byId.get(image.toString());
        if (known != null) known.people().add(person);
    }

    private void passOver(String place, @Nullable Object instead) {
        String text = String.valueOf(instead);
        String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        passedOver.add(new Problem("coco.badBox", file, place, shown));
    }

    /// Canonical form of integers; null for invalid ids.
    private static @Nullable Object id(@Nullable Object value) {
        return switch (value) {
            case Long number -> number;
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                    number.longValue();
            case String text when !text.isBlank() -> text;
            case null, default -> null;
        };
    }

    private static @Nullable BoundingBox box(@Nullable Object value) {
        if (!(value instanceof List<?> four) || four.size() != 4) return null;
        double[] numbers = new double[4];
        for (int i = 0; i < 4; i++) {
            if (!(four.get(i) instanceof Number number)) return null;
            numbers[i] = number.doubleValue();
            if (!(Math.abs(numbers[i]) <= FARTHEST)) return null;
        }
        if (numbers[2] <= 0 || numbers[3] <= 0) return null;
        return new BoundingBox(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /// 1 if it is missing or not a number: annotations have no scores.
    private static double score(@Nullable Object value) {
        return value instanceof Number number && Math.abs(number.doubleValue()) <= FARTHEST
                ? number.doubleValue()
                : 1;
    }

    public Path file() {
        return file;
    }

    /// What was skipped, in file order.
    public List<Problem> passedOver() {
        return List.copyOf(passedOver);
    }

    /// The ids of all its images, as in [Found#imageId()].
    public Set<Object> ids() {
        return byId.values().stream().map(Found::imageId).collect(Collectors.toSet());
    }

    /// The people in an image; null if the file does not know it. Files may name images with or without folders:
    /// among equal last components the best match of the folders wins.
    ///
    /// @param picture absolute, for its folders
    public @Nullable Found of(Path picture) {
        String name = String.valueOf(picture.getFileName());
        if (byName == null) return byNumber(name);
        List<Named> candidates = byName.getOrDefault(name, List.of());
        int best = candidates.stream().mapToInt(each -> fit(each, picture)).max().orElse(0);
        List<Named> fitting =
                candidates.stream().filter(each -> fit(each, picture) == best).toList();
        boolean clear = fitting.stream().map(Named::id).distinct().count() == 1;
        return clear ? byId.get(fitting.getFirst().id().toString()) : null;
    }

    /// Number of equal trailing components of both paths.
    private static int fit(Named named, Path picture) {
        int same = 0;
        int parts = named.path().size();
        while (same < Math.min(parts, picture.getNameCount())
                && named.path()
                        .get(parts - 1 - same)
                        .equals(picture.getName(picture.getNameCount() - 1 - same).toString())) {
            same++;
        }
        return same;
    }

    private @Nullable Found byNumber(String name) {
        OptionalLong number = ImageIds.numberIn(name);
        for (String id : List.of(name, name.replaceFirst("\\.[^.]*$", ""))) {
            if (byId.containsKey(id)) return byId.get(id);
        }
        return number.isEmpty() ? null : byId.get(String.valueOf(number.getAsLong()));
    }
}
