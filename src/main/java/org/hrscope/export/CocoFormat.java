package org.hrscope.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.GrowingFile;
import org.hrscope.json.Json;
import org.hrscope.json.JsonList;
import org.jspecify.annotations.Nullable;

/// A full COCO file: images, people, and the names of the joints. The people come after all images, so they are
/// collected in a file beside it until then.
///
/// See https://cocodataset.org/#format-data
public final class CocoFormat implements FileSink.Format {
    /// Some versions of pycocotools do not take the file as ground truth without one.
    private static final String INFO =
            "  \"info\" : {\"description\" : \"Poses estimated by HRScope\"}";

    private final Path path;
    private final double least;
    private final Angles asked;
    private Angles.In angles = Angles.In.NONE;
    private final Json json = new Json(Json.Names.SNAKE_CASE);
    private @Nullable Parts parts;
    private long people;

    /// @param path  of the file
    /// @param least minimum score for a joint to count as visible
    public CocoFormat(Path path, double least, Angles asked) {
        this.path = path;
        this.least = least;
        this.asked = asked;
    }

    private record Parts(
            OutputStream to,
            CocoFile.Category person,
            JsonList images,
            GrowingFile beside,
            JsonList annotations) {}

    @Override
    public void begin(OutputStream to, Skeleton skeleton) throws IOException, Problem {
        angles = asked.in(skeleton);
        begin(to, CocoFile.Category.person(skeleton));
    }

    void begin(OutputStream to, CocoFile.Category person) throws IOException, Problem {
        GrowingFile beside = GrowingFile.beside(path);
        parts =
                new Parts(
                        to,
                        person,
                        json.list(to, "images"),
                        beside,
                        json.list(beside.stream(), "annotations"));
    }

    @Override
    public void frame(FoundImage found) throws IOException {
        image(found.image());
        for (FoundPose each : found.people()) {
            person(CocoFile.annotation(found.image(), each, least, angles));
        }
    }

    void image(CocoImage image) throws IOException {
        if (parts != null) parts.images.add(image);
    }

    /// Numbered anew, from 1.
    void person(CocoFile.Annotation person) throws IOException {
        if (parts != null) parts.annotations.add(person.numbered(++people));
    }

    long people() {
        return people;
    }

    @Override
    public void end() throws IOException {
        if (parts == null) return;
        parts.images.end();
        parts.annotations.end();
        try (InputStream annotations = parts.beside.read()) {
            append(parts.to, annotations);
        }
        ByteArrayOutputStream person = new ByteArrayOutputStream();
        JsonList categories = json.list(person, "categories");
        categories.add(parts.person);
        categories.end();
        append(parts.to, new ByteArrayInputStream(person.toByteArray()));
        // The line separator Jackson uses.
        String line = System.lineSeparator();
        parts.to.write(("," + line + INFO + line + "}").getBytes(StandardCharsets.UTF_8));
    }

    /// Appends another field to the object: a comma replaces the brace.
    private static void append(OutputStream to, InputStream field) throws IOException {
        field.skipNBytes(1);
        to.write(',');
        field.transferTo(to);
    }

    @Override
    public void close() throws IOException {
        if (parts != null) parts.beside.close();
    }
}
