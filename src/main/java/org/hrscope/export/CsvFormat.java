package org.hrscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.CsvCell;
import org.hrscope.motion.AngleName;
import org.hrscope.motion.JointAngle;
import org.jspecify.annotations.Nullable;

/// A table with one row per frame and person, UTF-8, RFC 4180 except for plain line feeds. The header has
/// [#COLUMNS], then `x`, `y` and `score` of each joint, then the angles asked for, in degrees. Pixels and degrees are
/// rounded to hundredths; missing values are empty.
public final class CsvFormat implements FileSink.Format {
    /// `file_number`: index of the file in the run, from 0. `frame`: in a video, from 0. `track_id`: the person,
    /// from 1. `score`: as in COCO results. `box_score`: the finder's.
    static final List<String> COLUMNS =
            List.of(
                    "file_number",
                    "file_name",
                    "frame",
                    "image_id",
                    "track_id",
                    "score",
                    "box_score",
                    "box_x",
                    "box_y",
                    "box_width",
                    "box_height");

    private final List<AngleName> asked;
    private final double least;
    private final List<JointAngle> angles = new ArrayList<>();
    private @Nullable OutputStream to;

    /// @param angles further columns
    /// @param least  score of a joint below which its angles are left empty
    public CsvFormat(List<AngleName> angles, double least) {
        asked = List.copyOf(angles);
        this.least = least;
    }

    @Override
    public void begin(OutputStream to, Skeleton skeleton) throws IOException, Problem {
        this.to = to;
        List<@Nullable Object> names = new ArrayList<>(COLUMNS);
        for (String joint : skeleton.joints()) {
            String name = AngleName.written(joint);
            names.addAll(List.of(name + "_x", name + "_y", name + "_score"));
        }
        for (AngleName angle : asked) {
            angles.add(angle.in(skeleton));
            names.add(angle.column());
        }
        line(names);
    }

    @Override
    public void frame(FoundImage found) throws IOException {
        for (FoundPose person : found.people()) line(row(found, person));
    }

    private List<@Nullable Object> row(FoundImage found, FoundPose person) {
        List<@Nullable Object> row = new ArrayList<>();
        CocoImage image = found.image();

        row.add(found.file());
        row.add(image.fileName());
        row.add(image.frame());
        row.add(image.id());
        row.add(person.trackId());
        row.add(person.score());
        row.add(person.boxScore());
        row.addAll(CocoResult.bbox(person.pose().box()));
        for (Keypoint joint : person.pose().keypoints()) {
            row.add(CocoResult.hundredth(joint.x()));
            row.add(CocoResult.hundredth(joint.y()));
            row.add(joint.score());
        }
        for (JointAngle angle : angles) {
            OptionalDouble degrees = angle.degrees(person.pose(), least);
            row.add(
                    degrees.isPresent()
                            ? (Object) CocoResult.hundredth(degrees.getAsDouble())
                            : null);
        }
        return row;
    }

    private void line(List<@Nullable Object> cells) throws IOException {
        String line = cells.stream().map(CsvFormat::cell).collect(Collectors.joining(","));
        Objects.requireNonNull(to).write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : CsvCell.of(value.toString());
    }

    @Override
    public void end() {}
}
