package org.hrscope.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;

/// A box file as it was written, of either of COCO's forms: annotations (`images`, `annotations`, `categories`), or a
/// plain list of detections. Only the outline has been checked; what a single box holds is anybody's guess, so that one
/// bad box costs no other.
///
/// See https://cocodataset.org/#format-data and https://cocodataset.org/#format-results
///
/// @param images      null for a list of detections, whose pictures are known by number
/// @param annotations the boxes
record BoxFile(
        @Nullable List<@Nullable Image> images,
        @Nullable List<@Nullable Annotation> annotations,
        @Nullable List<@Nullable Category> categories) {
    private static final String PERSON = "person";

    /// COCO's number of the category person, which lists of detections know it by.
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

    /// The ids of the category person, as text: the file's own, else COCO's.
    ///
    /// @throws Problem `coco.noPerson` where the file names categories and none is that
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
