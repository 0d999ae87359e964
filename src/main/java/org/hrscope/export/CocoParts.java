package org.hrscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.hrscope.json.JsonElements;
import org.hrscope.json.JsonList;
import org.jspecify.annotations.Nullable;

/// Joins shards in either COCO form.
final class CocoParts {
    private static final Json JSON = new Json(Json.Names.SNAKE_CASE);

    private CocoParts() {}

    private static int number(@Nullable Integer fileNumber) {
        return fileNumber == null ? -1 : fileNumber;
    }

    /// A file may lack what our own always have.
    private static boolean absent(@Nullable Object... values) {
        return Arrays.stream(values).anyMatch(Objects::isNull);
    }

    static long results(List<Path> parts, OutputStream to) throws IOException, Problem {
        ToIntFunction<CocoResult> file = result -> number(result.fileNumber());
        Set<Integer> sizes = new HashSet<>();
        try (InOrder<CocoResult> rows = new InOrder<>(file)) {
            for (Path part : parts) {
                rows.add(part, rows(part, sizes));
            }
            JsonList list = JSON.list(to, null);
            long count = 0;
            for (CocoResult row = rows.next(); row != null; row = rows.next(), count++) {
                list.add(row.whole());
            }
            list.end();
            return count;
        }
    }

    /// @param sizes of all poses so far: this form does not name the joints
    private static InOrder.Rows<CocoResult> rows(Path part, Set<Integer> sizes) throws Problem {
        JsonElements<CocoResult> elements = JSON.elements(part, null, CocoResult.class);
        return new InOrder.Rows<>() {
            @Override
            public @Nullable CocoResult next() throws Problem {
                CocoResult row = elements.next();
                if (row == null) return null;
                if (absent(row.imageId(), row.fileName(), row.keypoints())) {
                    throw new Problem("merge.damaged", part);
                }
                sizes.add(row.keypoints().size());
                if (sizes.size() > 1) throw new Problem("merge.sizes", part);
                return row;
            }

            @Override
            public void close() throws IOException {
                elements.close();
            }
        };
    }

    /// An image and its people, which are in two lists of the file, in the same order.
    private record Together(CocoImage image, List<CocoFile.Annotation> people) {}

    private static final class Rows implements InOrder.Rows<Together> {
        private final Path part;
        private final JsonElements<CocoImage> images;
        private final JsonElements<CocoFile.Annotation> people;
        private CocoFile.@Nullable Annotation ahead;

        Rows(Path part) throws Problem {
            this.part = part;
            images = JSON.elements(part, "images", CocoImage.class);
            people = JSON.elements(part, "annotations", CocoFile.Annotation.class);
            ahead = person();
        }

        private CocoFile.@Nullable Annotation person() throws Problem {
            CocoFile.Annotation next = people.next();
            if (next != null && absent(next.imageId(), next.keypoints(), next.bbox())) {
                throw new Problem("merge.damaged", part);
            }
            return next;
        }

        @Override
        public @Nullable Together next() throws Problem {
            CocoImage image = images.next();
            if (image == null) {
                // Annotations without their image, or in another order, would be lost silently.
                if (ahead != null) throw new Problem("merge.order", part);
                return null;
            }
            if (absent(image.id(), image.fileName())) throw new Problem("merge.damaged", part);
            List<CocoFile.Annotation> here = new ArrayList<>();
            for (; ahead != null && ahead.imageId().equals(image.id()); ahead = person()) {
                here.add(ahead);
            }
            return new Together(image, here);
        }

        @Override
        public void close() throws IOException {
            images.close();
            people.close();
        }
    }

    static long full(List<Path> parts, Path into, OutputStream to) throws IOException, Problem {
        CocoFormat format = new CocoFormat(into, 0, Angles.NONE);
        Set<Object> ids = new HashSet<>();
        try (InOrder<Together> rows = new InOrder<>(row -> number(row.image.fileNumber()))) {
            CocoFile.Category person = null;
            for (Path part : parts) {
                CocoFile.Category own = category(part);
                if (person != null && !person.equals(own)) {
                    throw new Problem("merge.joints", parts.getFirst(), part);
                }
                person = own;
                rows.add(part, new Rows(part));
            }
            if (person != null) format.begin(to, person);
            for (Together row = rows.next(); row != null; row = rows.next()) {
                if (!ids.add(row.image.id())) {
                    throw new Problem("merge.ids", into, row.image.id());
                }
                format.image(row.image.whole());
                for (CocoFile.Annotation each : row.people) format.person(each);
            }
            format.end();
            return format.people();
        } finally {
            format.close();
        }
    }

    private static CocoFile.Category category(Path part) throws Problem {
        try (JsonElements<CocoFile.Category> all =
                JSON.elements(part, "categories", CocoFile.Category.class)) {
            CocoFile.Category first = all.next();
            if (first == null) throw new Problem("merge.kind", part);
            return first;
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", part);
        }
    }
}
