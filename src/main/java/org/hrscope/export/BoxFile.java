package org.hrscope.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;

/// A box file as written, in either of COCO's formats: annotations (`images`, `annotations`, `categories`), or a
/// plain list of detections. Only the outer structure is validated, so that one bad box does not cost the others.
///
/// See https://cocodataset.org/#format-data and https://cocodataset.org/#format-results
///
/// @param images      null for a list of detections, which identifies images by number
/// @param annotations the boxes
record BoxFile(
        @Nullable List<@Nullable Image> images,
        @Nullable List<@Nullable Annotation> annotations,
        @Nullable List<@Nullable Category> categories) {
    private static final String PERSON = "person";

    /// COCO's category id of person, used in lists of detections.
    private static final long PERSON_ID = 1;

    record Image(@Nullable Object id, @Nullable Object fileName) {}

    record Annotation(
            @Nullable Object imageId,
            @Nullable Object categoryId,
            @Nullable Object bbox,
            @Nullable Object score,
            @Nullable Object iscrowd) {

        boolean crowd() {
            return iscrowd instanceof Number number
                    ? number.doubleValue() != 0
                    : iscrowd instanceof Boolean yes
                            ? yes
                            : iscrowd instanceof String text
                                    && !Set.of("", "0", "false").contains(text);
        }
    }

    record Category(@Nullable Object id, @Nullable Object name) {}

    /// @throws Problem `file.missing`, `file.unreadable`, `json.broken`, `coco.noBoxes`
    static BoxFile read(Path file) throws Problem {
        Json json = new Json(Json.Names.SNAKE_CASE);
        if (json.isList(file)) {
            return new BoxFile(null, Arrays.asList(json.read(file, Annotation[].class)), null);
        }
        BoxFile read = json.read(file, BoxFile.class);
        if (read.images == null || read.annotations == null) {
            throw new Problem("coco.noBoxes", file);
        }
        return read;
    }

    /// Ids of the category person, as strings: the file's own, else COCO's.
    ///
    /// @throws Problem `coco.noPerson` if the file has categories but not that one
    Set<String> persons(Path file) throws Problem {
        if (categories == null || categories.isEmpty()) return Set.of(String.valueOf(PERSON_ID));
        Set<String> ids =
                categories.stream()
                        .filter(each -> each != null && PERSON.equalsIgnoreCase(name(each)))
                        .map(each -> String.valueOf(each == null ? null : each.id))
                        .collect(Collectors.toSet());
        if (!ids.isEmpty()) return ids;
        String others =
                categories.stream()
                        .map(each -> each == null ? "null" : name(each))
                        .limit(5)
                        .collect(Collectors.joining(", "));
        throw new Problem("coco.noPerson", file, others);
    }

    private static String name(Category category) {
        return String.valueOf(category.name).strip();
    }
}
